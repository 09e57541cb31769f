// SPDX-License-Identifier: MIT
#include "platform/ColourPreference.h"

namespace platform {

// The palette follows the system here: there is nothing to tell beside it.
void watchColourPreference(QObject *, const ColourPreferenceTold &)
{
}

} // namespace platform
