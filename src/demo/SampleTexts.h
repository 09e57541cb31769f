// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

#include <chrono>
#include <span>
#include <string_view>

namespace demo {

/// What a sample group lets its ordinary members do.
enum class GroupRules {
    Open, ///< everybody may write, invite, and change title and picture
    Usual, ///< everybody may write; only administrators change the group
    NoInvites, ///< as Usual, without inviting, and without stickers and link previews
    Announcements, ///< only administrators write
    AllAdministrators, ///< as the vendor's own sample: `all_members_are_administrators`
};

/// The words of a sample chat in one language.
struct SampleWords
{
    std::u16string_view title; ///< empty for a private chat
    std::u16string_view description;
    std::u16string_view last; ///< the message that the chat shows at first
    std::span<const std::u16string_view> coming; ///< what is written in it later, again from the start at the end
};

/// A sample chat before anybody's ids: a group, or a private chat with `partner`.
struct SampleChat
{
    std::u16string_view partner = {}; ///< empty for a group
    int memberCount = 2; ///< me included
    GroupRules rules = GroupRules::Usual;
    bool mine = false; ///< I created it
    std::chrono::minutes lastMessageAge{};
    int unread = 0;
    const SampleWords *words = nullptr; ///< in the interface language, or in Indonesian where that is fixed
    bool alwaysIndonesian = false;
};

/// The sample chats, half of them always Indonesian, the others in `language` ("id", anything else: English).
std::span<const SampleChat> sampleChats(QStringView language);

/// People who fill the groups; nobody here exists. Partners of private chats stand first.
std::span<const std::u16string_view> sampleNames();
/// The name of the one who is signed in.
std::u16string_view sampleOwnName();
/// What I answer from another device, in Indonesian or in the language.
std::span<const std::u16string_view> sampleReplies(QStringView language);

} // namespace demo
