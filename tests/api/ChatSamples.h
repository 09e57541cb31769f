// SPDX-License-Identifier: MIT
#pragma once

#include "api/ChatDecoder.h"
#include "api/JsonParser.h"

#include <QFile>

#include <optional>

/// Chats as the server sends them, for the tests of ChatDecoder.
namespace samples {

inline const QByteArray chatId = "5b01c0ffee00000000000a01";
inline const QByteArray ayu = "5b01c0ffee000000000000b1";
inline const QByteArray budi = "5b01c0ffee000000000000b2";

inline domain::UserId userId(const QByteArray &hex)
{
    return domain::UserId::fromHex(hex.toStdString()).value();
}

inline QByteArray fixture(const QByteArray &name)
{
    QFile file(QStringLiteral(TEST_DATA "/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray answerOf(const QByteArray &chats)
{
    return R"([{"error":false,"data":[)" + chats + "]}]";
}

/// A chat with a valid id and these fields.
inline QByteArray chatWith(const QByteArray &fields)
{
    return "{\"_id\":\"" + chatId + '"' + (fields.isEmpty() ? "" : ",") + fields + '}';
}

struct Decoded
{
    domain::Chat chat;
    QList<domain::User> users;
};

/// The chat with these fields, through the decoder; nothing if it is left out.
inline std::optional<Decoded> decodeChat(const QByteArray &chat)
{
    api::JsonParser parser;
    const auto page = api::ChatDecoder(parser).page(answerOf(chat));
    if (!page || page->batch.chats.size() != 1) {
        return std::nullopt;
    }
    return Decoded{page->batch.chats.first(), page->batch.users};
}

inline QString nameOf(const QList<domain::User> &users, const QByteArray &id)
{
    for (const domain::User &user : users) {
        if (user.id == userId(id)) {
            return user.name;
        }
    }
    return QStringLiteral("(nobody)");
}

} // namespace samples
