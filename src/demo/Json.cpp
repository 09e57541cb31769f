// SPDX-License-Identifier: MIT
#include "demo/Json.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

namespace demo {

namespace {

QString timeJson(domain::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonValue timeJson(const std::optional<domain::Instant> &instant)
{
    return instant ? QJsonValue(timeJson(*instant)) : QJsonValue();
}

QString statusName(domain::MemberStatus status)
{
    switch (status) {
    case domain::MemberStatus::Creator:
        return QStringLiteral("creator");
    case domain::MemberStatus::Administrator:
        return QStringLiteral("administrator");
    case domain::MemberStatus::Restricted:
        return QStringLiteral("restricted");
    case domain::MemberStatus::Left:
        return QStringLiteral("left");
    case domain::MemberStatus::Kicked:
        return QStringLiteral("kicked");
    case domain::MemberStatus::Member:
    case domain::MemberStatus::Other:
        break;
    }
    return QStringLiteral("member");
}

struct PermissionName
{
    domain::Permission permission;
    QLatin1String key;
};

constexpr PermissionName permissionNames[] = {
    {domain::Permission::AddWebPagePreviews, QLatin1String("can_add_web_page_previews")},
    {domain::Permission::SendOtherMessages, QLatin1String("can_send_other_messages")},
    {domain::Permission::SendMediaMessages, QLatin1String("can_send_media_messages")},
    {domain::Permission::SendMessages, QLatin1String("can_send_messages")},
    {domain::Permission::PromoteMembers, QLatin1String("can_promote_members")},
    {domain::Permission::PinMessages, QLatin1String("can_pin_messages")},
    {domain::Permission::RestrictMembers, QLatin1String("can_restrict_members")},
    {domain::Permission::InviteUsers, QLatin1String("can_invite_users")},
    {domain::Permission::DeleteMessages, QLatin1String("can_delete_messages")},
    {domain::Permission::EditMessages, QLatin1String("can_edit_messages")},
    {domain::Permission::PostMessages, QLatin1String("can_post_messages")},
    {domain::Permission::ChangeInfo, QLatin1String("can_change_info")},
    {domain::Permission::BeEdited, QLatin1String("can_be_edited")},
};
static_assert(std::size(permissionNames) == domain::permissionCount);

/// The service gives a membership an id of its own; nothing refers to it, so it is put together from the two others.
QString membershipId(domain::ChatId chat, domain::UserId user)
{
    return QString::fromLatin1(chat.toHex().first(12) + user.toHex().last(12));
}

} // namespace

QJsonObject userJson(const domain::User &user)
{
    QJsonObject json{{QStringLiteral("_id"), user.id.toString()}, {QStringLiteral("name"), user.name}};
    if (!user.pictureUrl.isEmpty()) {
        json.insert(QLatin1String("profile_picture"), user.pictureUrl);
    }
    return json;
}

QJsonObject signedInJson(const domain::User &user)
{
    QJsonObject json = userJson(user);
    json.insert(QLatin1String("is_suspend"), false);
    json.insert(QLatin1String("id"), user.id.toString());
    json.insert(QLatin1String("logged_in"), true);
    return json;
}

QJsonObject memberJson(const domain::Member &member, domain::ChatId chat, const World &world)
{
    QJsonObject json{
        {QStringLiteral("_id"), membershipId(chat, member.user)},
        {QStringLiteral("user"), userJson(world.users().value(member.user))},
        {QStringLiteral("status"), statusName(member.status)},
        {QStringLiteral("unread_count"), member.unreadCount.value_or(0)},
    };
    for (const auto &[permission, key] : permissionNames) {
        json.insert(key, member.permissions.isAllowed(permission));
    }
    return json;
}

QJsonObject chatHeadJson(const domain::Chat &chat, const World &world)
{
    const bool isGroup = chat.type == domain::ChatType::Group;
    QJsonObject json{
        {QStringLiteral("_id"), chat.id.toString()},
        {QStringLiteral("type"), isGroup ? QStringLiteral("group") : QStringLiteral("private")},
        {QStringLiteral("createdAt"), timeJson(chat.createdAt)},
        {QStringLiteral("updatedAt"), timeJson(chat.updatedAt)},
        {QStringLiteral("photo"),
            QJsonObject{{QStringLiteral("small_file_url"), chat.smallPhotoUrl},
                {QStringLiteral("big_file_url"), chat.bigPhotoUrl}}},
        {QStringLiteral("last_message"), chat.lastMessage},
        {QStringLiteral("last_message_date"), timeJson(chat.lastMessageAt)},
        {QStringLiteral("unread_count"), chat.unreadCount.value_or(0)},
        {QStringLiteral("all_members_are_administrators"), chat.allMembersAreAdministrators},
        {QStringLiteral("__v"), 0},
    };
    if (isGroup) {
        json.insert(QLatin1String("title"), chat.title);
        json.insert(QLatin1String("description"), chat.description);
        json.insert(QLatin1String("invite_link"), chat.inviteLink);
    } else if (chat.from) {
        json.insert(QLatin1String("from"), userJson(world.users().value(*chat.from)));
    }
    return json;
}

QJsonObject chatJson(const domain::Chat &chat, const World &world)
{
    QJsonArray members;
    for (const domain::Member &member : chat.members) {
        members.append(memberJson(member, chat.id, world));
    }
    QJsonObject json = chatHeadJson(chat, world);
    json.insert(QLatin1String("members"), members);
    return json;
}

QJsonObject messageJson(const Message &message, domain::ChatId chat, const World &world)
{
    return {
        {QStringLiteral("_id"), message.id.toString()},
        {QStringLiteral("chat_id"), chat.toString()},
        {QStringLiteral("from"), userJson(world.users().value(message.from))},
        {QStringLiteral("text"), message.text},
        {QStringLiteral("createdAt"), timeJson(message.sentAt)},
        {QStringLiteral("updatedAt"), timeJson(message.sentAt)},
        {QStringLiteral("read"), message.read},
        {QStringLiteral("new_chat_members"), QJsonArray()},
        {QStringLiteral("photo"), QJsonArray()},
        {QStringLiteral("entities"), QJsonArray()},
        {QStringLiteral("caption_entities"), QJsonArray()},
        {QStringLiteral("__v"), 0},
    };
}

QJsonObject statusJson(domain::UserId user, const domain::Presence &presence)
{
    return {{QStringLiteral("_id"), user.toString()},
        {QStringLiteral("status"),
            QJsonObject{{QStringLiteral("last_active"), timeJson(presence.lastActiveAt)},
                {QStringLiteral("online"), presence.online}}}};
}

QJsonObject answerJson(const QJsonValue &data)
{
    return {{QStringLiteral("error"), false}, {QStringLiteral("data"), data}};
}

QJsonObject errorJson(const QString &code, const QString &message)
{
    return {{QStringLiteral("error"), true}, {QStringLiteral("code"), code}, {QStringLiteral("message"), message}};
}

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace demo
