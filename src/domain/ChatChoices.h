// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Ids.h"

#include <optional>

namespace domain {

/// What a person chose for a chat, on this computer only.
struct ChatChoices
{
    /// Stands for "until turned back on" in mutedUntil.
    static constexpr Instant always = Instant::max();

    std::optional<Instant> pinnedAt;
    std::optional<Instant> mutedUntil;
    bool keptUnread = false;

    bool isMutedAt(Instant now) const { return mutedUntil && now < *mutedUntil; }

    bool operator==(const ChatChoices &) const = default;
};

} // namespace domain
