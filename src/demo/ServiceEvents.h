// SPDX-License-Identifier: MIT
#pragma once

#include "demo/World.h"

#include <QJsonObject>
#include <QJsonValue>

namespace demo {

/// What the service answers to each request (docs/PROTOCOL.md, "Requests the client sends"): JSON in, JSON out, from a
/// World. Whatever is asked, there is an answer.
class ServiceEvents
{
public:
    /// `world` outlives this object.
    explicit ServiceEvents(const World &world) : m_world(world) { }

    /// `get_list_chat`: `{offset, limit, sort, type?}` → `{error, data: [ChatObject]}`, 20 at most.
    QJsonObject listChats(const QJsonValue &options) const;
    /// `get_user_status`: a user's id → `{error, data: {_id, status}}`.
    QJsonObject userStatus(const QJsonValue &userId) const;
    /// `join_room` and `leave_room`: a chat's id. Nothing unless it is one of my chats.
    std::optional<domain::ChatId> room(const QJsonValue &chatId) const;

private:
    const World &m_world;
};

} // namespace demo
