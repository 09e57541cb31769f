// SPDX-License-Identifier: MIT
#include "api/ChatDecoder.h"

#include "api/AckEnvelope.h"
#include "api/JsonParser.h"
#include "api/JsonValues.h"
#include "api/KeyTable.h"
#include "api/UserTable.h"

#include <algorithm>
#include <utility>

namespace api {

namespace {

using domain::Chat;
using domain::ChatType;
using domain::Member;
using domain::MemberStatus;
using domain::Permission;
using simdjson::dom::element;

enum class MemberField : std::uint8_t { User, Status, UnreadCount, Permission };

struct MemberKey
{
    MemberField field;
    Permission permission{}; ///< with MemberField::Permission
};

constexpr KeyTable<MemberKey, 16> memberKeys(
    {
        {"user", {MemberField::User}},
        {"status", {MemberField::Status}},
        {"unread_count", {MemberField::UnreadCount}},
        {"can_add_web_page_previews", {MemberField::Permission, Permission::AddWebPagePreviews}},
        {"can_send_other_messages", {MemberField::Permission, Permission::SendOtherMessages}},
        {"can_send_media_messages", {MemberField::Permission, Permission::SendMediaMessages}},
        {"can_send_messages", {MemberField::Permission, Permission::SendMessages}},
        {"can_promote_members", {MemberField::Permission, Permission::PromoteMembers}},
        {"can_pin_messages", {MemberField::Permission, Permission::PinMessages}},
        {"can_restrict_members", {MemberField::Permission, Permission::RestrictMembers}},
        {"can_invite_users", {MemberField::Permission, Permission::InviteUsers}},
        {"can_delete_messages", {MemberField::Permission, Permission::DeleteMessages}},
        {"can_edit_messages", {MemberField::Permission, Permission::EditMessages}},
        {"can_post_messages", {MemberField::Permission, Permission::PostMessages}},
        {"can_change_info", {MemberField::Permission, Permission::ChangeInfo}},
        {"can_be_edited", {MemberField::Permission, Permission::BeEdited}},
    },
    18'927);

constexpr KeyTable<MemberStatus, 6> memberStatuses({
    {"creator", MemberStatus::Creator},
    {"administrator", MemberStatus::Administrator},
    {"member", MemberStatus::Member},
    {"restricted", MemberStatus::Restricted},
    {"left", MemberStatus::Left},
    {"kicked", MemberStatus::Kicked},
});

enum class UserField : std::uint8_t { Id, Name, Picture };

constexpr KeyTable<UserField, 3> userKeys({
    {"_id", UserField::Id},
    {"name", UserField::Name},
    {"profile_picture", UserField::Picture},
});

enum class ChatField : std::uint8_t {
    Id,
    Type,
    CreatedAt,
    UpdatedAt,
    Members,
    Photo,
    LastMessage,
    LastMessageDate,
    UnreadCount,
    AllMembersAreAdministrators,
    Title,
    Description,
    InviteLink,
    From,
};

constexpr KeyTable<ChatField, 14> chatKeys({
    {"_id", ChatField::Id},
    {"type", ChatField::Type},
    {"createdAt", ChatField::CreatedAt},
    {"updatedAt", ChatField::UpdatedAt},
    {"members", ChatField::Members},
    {"photo", ChatField::Photo},
    {"last_message", ChatField::LastMessage},
    {"last_message_date", ChatField::LastMessageDate},
    {"unread_count", ChatField::UnreadCount},
    {"all_members_are_administrators", ChatField::AllMembersAreAdministrators},
    {"title", ChatField::Title},
    {"description", ChatField::Description},
    {"invite_link", ChatField::InviteLink},
    {"from", ChatField::From},
});

/// How many values to make room for at once: a message of 64 MB has room for millions of entries that are none, and
/// room for as many chats would be gigabytes.
qsizetype expected(std::size_t entries)
{
    constexpr std::size_t most = 4096;
    return static_cast<qsizetype>(std::min(entries, most));
}

/// Reads the chats of one packet, and gathers the people that they name.
class Reader
{
public:
    /// Nothing without a valid `_id`.
    std::optional<Chat> readChat(element value);
    QList<domain::User> takeUsers() { return m_users.take(); }

private:
    void readField(ChatField field, element value, Chat &chat);
    void readMembers(element value, Chat &chat);
    void readMember(simdjson::dom::object object, Chat &chat);
    /// The person's number in the table of users; nothing without a valid id.
    std::optional<int> readUser(element value, domain::UserId &id);

    UserTable m_users;
    std::optional<ChatType> m_type; ///< of the chat that is being read
    int m_chat = -1; ///< its number
};

std::optional<Chat> Reader::readChat(element value)
{
    const auto object = json::object(value);
    if (!object) {
        return std::nullopt;
    }
    ++m_chat;
    m_type.reset();
    Chat chat;
    for (const auto field : *object) {
        if (const ChatField *known = chatKeys.find(field.key)) {
            readField(*known, field.value, chat);
        }
    }
    if (chat.id.isNull()) {
        return std::nullopt;
    }
    const bool looksPrivate = chat.from && chat.title.isEmpty();
    chat.type = m_type.value_or(looksPrivate ? ChatType::Private : ChatType::Group);
    return chat;
}

void readPhoto(element value, Chat &chat)
{
    const auto photo = json::object(value);
    if (!photo) {
        return;
    }
    for (const auto field : *photo) {
        if (field.key == "small_file_url") {
            chat.smallPhotoUrl = json::string(field.value);
        } else if (field.key == "big_file_url") {
            chat.bigPhotoUrl = json::string(field.value);
        }
    }
}

std::optional<ChatType> readType(element value)
{
    const std::string_view name = json::text(value).value_or(std::string_view());
    if (name == "private") {
        return ChatType::Private;
    }
    if (name == "group") {
        return ChatType::Group;
    }
    return std::nullopt;
}

void Reader::readField(ChatField field, element value, Chat &chat)
{
    switch (field) {
    case ChatField::Id:
        chat.id = json::id<domain::ChatId>(value).value_or(domain::ChatId());
        return;
    case ChatField::Type:
        m_type = readType(value);
        return;
    case ChatField::CreatedAt:
        chat.createdAt = json::instant(value);
        return;
    case ChatField::UpdatedAt:
        chat.updatedAt = json::instant(value);
        return;
    case ChatField::Members:
        readMembers(value, chat);
        return;
    case ChatField::Photo:
        readPhoto(value, chat);
        return;
    case ChatField::LastMessage:
        chat.lastMessage = json::string(value);
        return;
    case ChatField::LastMessageDate:
        chat.lastMessageAt = json::instant(value);
        return;
    case ChatField::UnreadCount:
        chat.unreadCount = json::count(value);
        return;
    case ChatField::AllMembersAreAdministrators:
        chat.allMembersAreAdministrators = json::isTrue(value);
        return;
    case ChatField::Title:
        chat.title = json::string(value);
        return;
    case ChatField::Description:
        chat.description = json::string(value);
        return;
    case ChatField::InviteLink:
        chat.inviteLink = json::string(value);
        return;
    case ChatField::From:
        domain::UserId id;
        chat.from = readUser(value, id) ? std::optional(id) : std::nullopt;
        return;
    }
}

void Reader::readMembers(element value, Chat &chat)
{
    const auto members = json::array(value);
    if (!members) {
        return;
    }
    chat.members.reserve(expected(members->size()));
    for (const element entry : *members) {
        if (const auto member = json::object(entry)) {
            readMember(*member, chat);
        }
    }
}

void Reader::readMember(simdjson::dom::object object, Chat &chat)
{
    Member member;
    std::optional<int> person;
    for (const auto field : object) {
        const MemberKey *known = memberKeys.find(field.key);
        if (!known) {
            continue;
        }
        switch (known->field) {
        case MemberField::Permission:
            if (const auto allowed = json::flag(field.value)) {
                member.permissions.state(known->permission, *allowed);
            }
            break;
        case MemberField::User:
            person = readUser(field.value, member.user);
            break;
        case MemberField::Status:
            if (const auto name = json::text(field.value)) {
                const MemberStatus *status = memberStatuses.find(*name);
                member.status = status ? *status : MemberStatus::Other;
            }
            break;
        case MemberField::UnreadCount:
            member.unreadCount = json::count(field.value);
            break;
        }
    }
    if (person && m_users.countInto(*person, m_chat)) {
        chat.members.append(member);
    }
}

std::optional<int> Reader::readUser(element value, domain::UserId &id)
{
    std::optional<domain::UserId> known;
    std::string_view name;
    std::string_view pictureUrl;
    if (const auto object = json::object(value)) {
        for (const auto field : *object) {
            const UserField *key = userKeys.find(field.key);
            if (!key) {
                continue;
            }
            switch (*key) {
            case UserField::Id:
                known = json::id<domain::UserId>(field.value);
                break;
            case UserField::Name:
                name = json::text(field.value).value_or(std::string_view());
                break;
            case UserField::Picture:
                pictureUrl = json::text(field.value).value_or(std::string_view());
                break;
            }
        }
    } else {
        known = json::id<domain::UserId>(value);
    }
    if (!known) {
        return std::nullopt;
    }
    id = *known;
    return m_users.add(id, name, pictureUrl);
}

} // namespace

Answer<ChatPage> ChatDecoder::page(QByteArrayView arguments)
{
    const auto root = m_parser.parse(arguments);
    if (!root) {
        return base::Failure{Error{}};
    }
    const auto data = dataOfAck(*root);
    if (!data) {
        return base::Failure{data.error()};
    }
    const auto entries = json::array(*data);
    if (!entries) {
        return base::Failure{Error{}};
    }
    ChatPage page;
    Reader reader;
    page.batch.chats.reserve(expected(entries->size()));
    for (const element entry : *entries) {
        ++page.received;
        if (auto chat = reader.readChat(entry)) {
            page.batch.chats.append(*std::move(chat));
        }
    }
    page.batch.users = reader.takeUsers();
    return page;
}

std::optional<domain::ChatBatch> ChatDecoder::change(QByteArrayView arguments, int skipped)
{
    const auto root = m_parser.parse(arguments);
    const auto argument = root ? json::argument(*root, skipped) : std::nullopt;
    if (!argument) {
        return std::nullopt;
    }
    Reader reader;
    auto chat = reader.readChat(*argument);
    if (!chat) {
        return std::nullopt;
    }
    return domain::ChatBatch{{*std::move(chat)}, reader.takeUsers()};
}

} // namespace api
