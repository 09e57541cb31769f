// SPDX-License-Identifier: MIT
#pragma once

#include "demo/ChatEncoder.h"
#include "demo/World.h"

#include <QJsonObject>
#include <QJsonValue>

#include <functional>

namespace demo {

/// What a peer asked the service to pass on to the others.
struct Forwarding
{
    QByteArray event;
    QString message;
};

/// What the service answers to each request (docs/PROTOCOL.md, "Requests"): JSON in, JSON out, from a World. Whatever
/// is asked, there is an answer.
class ServiceEvents
{
public:
    /// Longer messages are not taken; the official service's limit is not known.
    static constexpr qsizetype maxText = 4'096;

    /// Both outlive this object.
    ServiceEvents(World &world, ChatEncoder &encoder) : m_world(world), m_encoder(encoder) { }

    /// `get_list_chat`: `{offset, limit, sort, type?}` → `{error, data: [ChatObject]}`, 20 at most.
    QByteArray listChats(const QJsonValue &options);
    /// `get_list_message`: `{chat_id, offset, limit, sort?}` → `{error, data: [MessageObject]}`, 50 at most.
    QJsonObject listMessages(const QJsonValue &options) const;
    /// `get_user_status`: a user's id → `{error, data: {_id, status}}`.
    QJsonObject userStatus(const QJsonValue &userId) const;
    /// `send_message`: `{chat_id, text}` → `{error, data: MessageObject}`; `sent` hears of the chat and the message.
    QJsonObject sendMessage(
        const QJsonValue &argument, domain::Instant now, const std::function<void(qsizetype, const Message &)> &sent);
    /// `create_private_chat`: a user's id → `{error, data: ChatObject}`, the one there is if there is one.
    QByteArray createPrivateChat(const QJsonValue &userId, domain::Instant now);
    /// `set_as_read`: `{chat_id}`. Nothing unless it is one of my chats.
    std::optional<qsizetype> setAsRead(const QJsonValue &argument);
    /// `join_room` and `leave_room`: a chat's id. Nothing unless it is one of my chats.
    std::optional<domain::ChatId> room(const QJsonValue &chatId) const;
    /// `custom`: `{event, message}`. Nothing if the event has no name, one that Socket.IO keeps for itself, or one
    /// only the service sends.
    static std::optional<Forwarding> forwarding(const QJsonValue &argument);

private:
    std::optional<qsizetype> chatOf(const QJsonValue &argument) const;

    World &m_world;
    ChatEncoder &m_encoder;
};

} // namespace demo
