// SPDX-License-Identifier: MIT
// bench_make_cache FOLDER SERVER_KEY TOKEN CHATS [PEOPLE [PICTURES]]: an account with that many chats, as if
// synchronised, each with PEOPLE of its own beside me (4); the address of a picture is PICTURES/<number>.png.
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

struct Wanted
{
    quint32 chats = 0;
    quint32 people = 4;
    QString pictures;
};

domain::UserId personNumbered(quint32 chat, quint32 number, const Wanted &wanted)
{
    return numbered<domain::UserId>(2, chat * (wanted.people + 1) + number);
}

/// No two alike, and all with letters that a search folds.
QString nameOf(quint32 chat, quint32 number)
{
    static const QStringList first{QStringLiteral("Ayu"), QStringLiteral("Budi"), QStringLiteral("Citra"),
        QStringLiteral("Zoë"), QStringLiteral("Eko"), QStringLiteral("Łucja"), QStringLiteral("Gita")};
    static const QStringList second{QStringLiteral("Santoso"), QStringLiteral("Lestari"), QStringLiteral("Nuñez"),
        QStringLiteral("Wijaya"), QStringLiteral("Saputro")};
    return first.at(static_cast<int>((chat + number) % 7)) + QLatin1Char(' ')
        + second.at(static_cast<int>((chat / 7 + number) % 5)) + QLatin1Char(' ')
        + QString::number(chat * 100 + number);
}

domain::Chat chatNumbered(quint32 number, domain::UserId me, const Wanted &wanted)
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
    if (!wanted.pictures.isEmpty()) {
        chat.smallPhotoUrl = wanted.pictures + QLatin1Char('/') + QString::number(number) + QStringLiteral(".png");
    }
    for (quint32 i = 0; i <= wanted.people; ++i) {
        domain::Member member;
        member.user = i == 0 ? me : personNumbered(number, i, wanted);
        chat.members.append(member);
    }
    return chat;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 5) {
        std::fputs("usage: bench_make_cache FOLDER SERVER_KEY TOKEN CHATS [PEOPLE [PICTURES]]\n", stderr);
        return 2;
    }
    Wanted wanted;
    wanted.chats = arguments[4].toUInt();
    wanted.people = arguments.size() > 5 ? arguments[5].toUInt() : wanted.people;
    wanted.pictures = arguments.value(6);
    const auto me = numbered<domain::UserId>(3, 1);
    const auto account = storage::AccountFolder::of(arguments[1], arguments[2], me);
    auto databases = account.open();
    if (!databases || !account.rememberToken(*databases->own, arguments[3].toUtf8())) {
        return 1;
    }
    storage::ChatStore store(*databases->cache, me);
    domain::ChatBatch batch;
    batch.users.append({me, QStringLiteral("Arizal Saputro"), {}});
    for (quint32 chat = 0; chat < wanted.chats; ++chat) {
        batch.chats.append(chatNumbered(chat, me, wanted));
        for (quint32 i = 1; i <= wanted.people; ++i) {
            batch.users.append({personNumbered(chat, i, wanted), nameOf(chat, i), {}});
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
