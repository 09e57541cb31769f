// SPDX-License-Identifier: MIT
#pragma once

#include "domain/User.h"

#include <QMetaType>

namespace api {

/// Who the server says I am (`success`).
struct SignedIn
{
    domain::User me;
    bool suspended = false; ///< `is_suspend: true`
    bool loggedIn = true; ///< false only where `logged_in: false` was sent

    bool operator==(const SignedIn &) const = default;
};

} // namespace api

Q_DECLARE_METATYPE(api::SignedIn)
