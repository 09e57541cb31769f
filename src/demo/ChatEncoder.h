// SPDX-License-Identifier: MIT
#pragma once

#include "demo/World.h"

#include <QByteArray>
#include <QHash>

namespace demo {

/// ChatObjects as bytes. The members of a group make up nearly all of it (1.4 MB of 2,000 people) and hardly change:
/// all but me are encoded once.
class ChatEncoder
{
public:
    /// `world` outlives this object.
    explicit ChatEncoder(const World &world) : m_world(world) { }

    QByteArray chat(const domain::Chat &chat);
    /// The people have changed: their pictures have moved to another address.
    void forget() { m_others.clear(); }
    /// `[ChatObject, …]`.
    QByteArray chats(const QList<domain::Chat> &chats);

private:
    QByteArray membersOf(const domain::Chat &chat) const;

    const World &m_world;
    QHash<domain::ChatId, QByteArray> m_others; ///< of groups: the members without the first, who is me
};

} // namespace demo
