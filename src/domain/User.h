// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Ids.h"

#include <QString>

namespace domain {

/// A person of the service (docs/PROTOCOL.md, "User").
struct User
{
    UserId id;
    QString name; ///< as the server sent it; may be empty
    QString pictureUrl; ///< as the server sent it; may be empty or nonsense

    bool operator==(const User &) const = default;
};

/// When somebody was last seen, from `get_user_status` and `online:<id>`.
struct Presence
{
    bool online = false;
    std::optional<Instant> lastActiveAt;

    bool operator==(const Presence &) const = default;
};

} // namespace domain

Q_DECLARE_METATYPE(domain::User)
Q_DECLARE_METATYPE(domain::Presence)
