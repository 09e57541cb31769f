// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace domain {

/// The 13 permissions of a member (docs/PROTOCOL.md, "Member"). The value is the bit, and is stored: never renumber.
enum class Permission : std::uint8_t {
    AddWebPagePreviews = 0,
    SendOtherMessages = 1,
    SendMediaMessages = 2,
    SendMessages = 3,
    PromoteMembers = 4,
    PinMessages = 5,
    RestrictMembers = 6,
    InviteUsers = 7,
    DeleteMessages = 8,
    EditMessages = 9,
    PostMessages = 10,
    ChangeInfo = 11,
    BeEdited = 12,
};
inline constexpr int permissionCount = 13;

/// Which permissions a member has, and which of them the server stated at all: an absent flag is not a "no".
struct Permissions
{
    std::uint16_t allowed = 0;
    std::uint16_t stated = 0;

    constexpr bool isStated(Permission p) const { return stated & bit(p); }
    /// True only where stated and allowed.
    constexpr bool isAllowed(Permission p) const { return allowed & stated & bit(p); }
    constexpr void state(Permission p, bool allow)
    {
        stated |= bit(p);
        allowed = static_cast<std::uint16_t>(allow ? allowed | bit(p) : allowed & ~bit(p));
    }

    constexpr bool operator==(const Permissions &) const = default;

private:
    static constexpr std::uint16_t bit(Permission p)
    {
        return static_cast<std::uint16_t>(1u << static_cast<unsigned>(p));
    }
};

} // namespace domain
