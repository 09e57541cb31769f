// SPDX-License-Identifier: MIT
// bench_make_cache FOLDER SERVER_KEY TOKEN CHATS: an account with that many chats, as if synchronised.
#include "storage/AccountFolder.h"
#include "storage/ChatStore.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

template <class Id> Id numbered(quint8 kind, quint32 number)
{
    typename Id::Bytes bytes{kind};
    for (int i = 0; i < 4; ++i) {
        bytes[static_cast<std::size_t>(8 + i)] = static_cast<quint8>(number >> (24 - 8 * i));
    }
    return Id(bytes);
}

domain::Chat chatNumbered(quint32 number, domain::UserId me)
{
    domain::Chat chat;
    chat.id = numbered<domain::ChatId>(1, number);
    chat.type = domain::ChatType::Group;
    chat.title = QStringLiteral("Open Trip Krakatau %1").arg(number);
    chat.lastMessage = QStringLiteral("Kumpul jam 5 di Pelabuhan Merak ya, rombongan %1").arg(number);
    const domain::Instant newest{std::chrono::milliseconds{1'790'000'000'000}};
    chat.lastMessageAt = newest - std::chrono::minutes{number};
    chat.createdAt = newest - std::chrono::hours{24 * 365};
    chat.unreadCount = static_cast<int>(number % 7 == 0 ? number % 100 : 0);
    for (quint32 i = 0; i < 5; ++i) {
        domain::Member member;
        member.user = i == 0 ? me : numbered<domain::UserId>(2, number * 5 + i);
        chat.members.append(member);
    }
    return chat;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5) {
        std::fputs("usage: bench_make_cache FOLDER SERVER_KEY TOKEN CHATS\n", stderr);
        return 2;
    }
    const auto me = numbered<domain::UserId>(3, 1);
    const auto account = storage::AccountFolder::of(arguments[1], arguments[2], me);
    auto databases = account.open();
    if (!databases || !account.rememberToken(*databases->own, arguments[3].toUtf8())) {
        return 1;
    }
    storage::ChatStore store(*databases->cache, me);
    domain::ChatBatch batch;
    batch.users.append({me, QStringLiteral("Arizal Saputro"), {}});
    for (quint32 i = 0; i < arguments[4].toUInt(); ++i) {
        batch.chats.append(chatNumbered(i, me));
        for (const domain::Member &member : batch.chats.constLast().members) {
            if (member.user != me) {
                batch.users.append({member.user, QStringLiteral("Budi Santoso %1").arg(i), {}});
            }
        }
        if (batch.chats.size() == 500) {
            if (!store.store(batch)) {
                return 1;
            }
            batch = {};
        }
    }
    return store.store(batch).hasValue() ? 0 : 1;
}
