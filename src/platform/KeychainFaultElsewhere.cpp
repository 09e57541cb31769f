// SPDX-License-Identifier: MIT
#include "platform/KeychainFault.h"

namespace platform {

// The keychains of Windows and macOS say what is wrong themselves.
void explainKeychainFault(
    base::SecretError fault, const KeychainEntry &, QObject *, const std::function<void(base::SecretError)> &explained)
{
    explained(fault);
}

bool forgetKeychainConnection()
{
    return false;
}

} // namespace platform
