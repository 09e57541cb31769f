// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Chat.h"
#include "storage/ChatStore.h"
#include "storage/Database.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <memory>

/// Chats, users and databases for the tests of this folder. Numbers make ids: the same number, the same id.
namespace samples {

template <class Id> Id makeId(quint32 number, quint8 kind)
{
    typename Id::Bytes bytes{};
    bytes[0] = kind;
    for (int i = 0; i < 4; ++i) {
        bytes[static_cast<std::size_t>(11 - i)] = static_cast<std::uint8_t>(number >> (8 * i));
    }
    return Id(bytes);
}

inline domain::ChatId chatId(quint32 number)
{
    return makeId<domain::ChatId>(number, 0xc0);
}

inline domain::UserId userId(quint32 number)
{
    return makeId<domain::UserId>(number, 0xa0);
}

inline const domain::UserId me = userId(1);

inline domain::Instant at(qint64 milliseconds)
{
    return domain::Instant(std::chrono::milliseconds(milliseconds));
}

inline domain::Member member(quint32 number)
{
    domain::Member member;
    member.user = userId(number);
    member.permissions.state(domain::Permission::SendMessages, true);
    return member;
}

inline domain::User user(quint32 number)
{
    return {userId(number), QStringLiteral("Person %1").arg(number),
        QStringLiteral("https://media.example/%1.jpg").arg(number)};
}

/// A group of `memberCount` members, me among them: users 1, 2, 3, …
inline domain::Chat group(quint32 number, int memberCount = 3)
{
    domain::Chat chat;
    chat.id = chatId(number);
    chat.type = domain::ChatType::Group;
    chat.title = QStringLiteral("Trip %1").arg(number);
    chat.description = QStringLiteral("About trip %1").arg(number);
    chat.inviteLink = QStringLiteral("9GVrn8dYHscJBUras");
    chat.smallPhotoUrl = QStringLiteral("https://media.example/small-%1").arg(number);
    chat.bigPhotoUrl = QStringLiteral("https://media.example/big-%1").arg(number);
    chat.lastMessage = QStringLiteral("Message %1").arg(number);
    chat.lastMessageAt = at(1'700'000'000'000 + number);
    chat.createdAt = at(1'600'000'000'000 + number);
    chat.updatedAt = at(1'650'000'000'000 + number);
    chat.unreadCount = 2;
    for (int i = 1; i <= memberCount; ++i) {
        chat.members.append(member(static_cast<quint32>(i)));
    }
    return chat;
}

/// A private chat of mine with user `other`.
inline domain::Chat privateChat(quint32 number, quint32 other)
{
    domain::Chat chat;
    chat.id = chatId(number);
    chat.type = domain::ChatType::Private;
    chat.lastMessage = QStringLiteral("Hello %1").arg(number);
    chat.lastMessageAt = at(1'700'000'000'000 + number);
    chat.createdAt = at(1'600'000'000'000 + number);
    chat.members = {member(1), member(other)};
    return chat;
}

/// The chats with everybody whom they name, as user() describes them.
inline domain::ChatBatch batch(const QList<domain::Chat> &chats)
{
    domain::ChatBatch batch;
    batch.chats = chats;
    QSet<domain::UserId> seen;
    for (const domain::Chat &chat : chats) {
        for (const domain::Member &member : chat.members) {
            if (!seen.contains(member.user)) {
                seen.insert(member.user);
                const auto &raw = member.user.raw();
                batch.users.append(user(quint32(raw[11]) | quint32(raw[10]) << 8 | quint32(raw[9]) << 16));
            }
        }
    }
    return batch;
}

inline std::unique_ptr<storage::Database> openCache(const QString &path = QStringLiteral(":memory:"))
{
    auto cache = storage::Database::open(path, storage::ChatStore::migrations(), storage::Durability::Rebuildable);
    return cache ? *std::move(cache) : nullptr;
}

/// The first column of the first row; invalid if there is none.
inline QVariant scalar(storage::Database &database, const QString &sql)
{
    QSqlQuery query(database.handle());
    return query.exec(sql) && query.next() ? query.value(0) : QVariant();
}

/// A connection of another program, as far as SQLite can tell.
class OtherProgram
{
public:
    explicit OtherProgram(const QString &path) : m_name(QStringLiteral("other-") + path)
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        database.setDatabaseName(path);
        database.open();
    }
    ~OtherProgram()
    {
        QSqlDatabase::database(m_name).close();
        QSqlDatabase::removeDatabase(m_name);
    }
    bool execute(const QString &sql)
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        return query.exec(sql);
    }

private:
    QString m_name;
};

} // namespace samples
