// SPDX-License-Identifier: MIT
#include "demo/ChatEncoder.h"

#include "demo/Json.h"

namespace demo {

QByteArray ChatEncoder::membersOf(const domain::Chat &chat) const
{
    QByteArray others;
    for (qsizetype i = 1; i < chat.members.size(); ++i) {
        others += ',';
        others += bytesOf(memberJson(chat.members[i], chat.id, m_world));
    }
    return others;
}

QByteArray ChatEncoder::chat(const domain::Chat &chat)
{
    QByteArray bytes = bytesOf(chatHeadJson(chat, m_world));
    bytes.chop(1); // the brace at its end
    bytes += ",\"members\":[";
    bytes += bytesOf(memberJson(chat.members.first(), chat.id, m_world));
    if (chat.type == domain::ChatType::Private) {
        bytes += membersOf(chat); // its other member's count changes, and there is nothing to win
    } else {
        auto known = m_others.constFind(chat.id);
        if (known == m_others.constEnd()) {
            known = m_others.insert(chat.id, membersOf(chat));
        }
        bytes += *known;
    }
    bytes += "]}";
    return bytes;
}

QByteArray ChatEncoder::chats(const QList<domain::Chat> &chats)
{
    QByteArray bytes("[");
    for (const domain::Chat &each : chats) {
        bytes += bytes.size() > 1 ? "," : "";
        bytes += chat(each);
    }
    bytes += ']';
    return bytes;
}

} // namespace demo
