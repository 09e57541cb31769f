// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/SecretStore.h"

#include <functional>

namespace platform {

/// Whose entry could not be used.
struct KeychainEntry
{
    QString service;
    QString name;
};

/// Finds out what a failure of the keychain means where its library cannot tell, without waiting: `explained` is
/// called from the event loop (or at once, where there is nothing to find out); not after `context` died.
///
/// On Linux an unanswered prompt looks like "not found" or like nothing in particular, and a missing service as well:
/// the Secret Service itself is asked whether it is there, and locked.
void explainKeychainFault(base::SecretError fault, const KeychainEntry &entry, QObject *context,
    const std::function<void(base::SecretError)> &explained);

/// Makes the library connect anew where it holds on to a connection, so that asking again may succeed: libsecret keeps
/// its session with a service that was restarted meanwhile. False where there is nothing to forget.
bool forgetKeychainConnection();

} // namespace platform
