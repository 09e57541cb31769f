// SPDX-License-Identifier: MIT
#pragma once

#include "session/Connection.h"

#include <optional>

namespace models {

/// What was wrong at the last try, remembered while the next one is under way, so that the words do not flicker
/// between "cannot be reached" and "connecting".
class OngoingTrouble
{
public:
    void update(const session::Connection &connection)
    {
        using session::Link;
        const bool trying = connection.link == Link::Connecting || connection.link == Link::Authorising;
        if (connection.link == Link::Waiting || (trying && connection.problem != session::Problem::None)) {
            m_trouble = connection;
        } else if (!trying) {
            m_trouble.reset();
        }
    }
    /// Somebody else signs in: the trouble was not theirs.
    void forget() { m_trouble.reset(); }
    /// Nothing if the last try is not known to have failed.
    const std::optional<session::Connection> &get() const { return m_trouble; }

private:
    std::optional<session::Connection> m_trouble;
};

} // namespace models
