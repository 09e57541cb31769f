// SPDX-License-Identifier: MIT
#pragma once

#include "base/Id.h"

#include <QMetaType>

#include <chrono>
#include <optional>

namespace domain {

using UserId = base::Id<struct UserTag>;
using ChatId = base::Id<struct ChatTag>;
using MessageId = base::Id<struct MessageTag>;

/// An instant as the service states it: UTC, milliseconds.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

} // namespace domain

Q_DECLARE_METATYPE(domain::UserId)
Q_DECLARE_METATYPE(domain::ChatId)
Q_DECLARE_METATYPE(domain::MessageId)
