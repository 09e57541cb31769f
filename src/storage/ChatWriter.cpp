// SPDX-License-Identifier: MIT
#include "storage/ChatWriter.h"

#include "storage/ChatDigest.h"
#include "storage/ChatStorePrivate.h"
#include "storage/ChatTables.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

namespace storage {

namespace {

/// What is left to be done for one chat, in this order: users, members that are gone, new or different members, the
/// chat's own row.
struct Plan
{
    QList<domain::Member> members; ///< all of them, in order
    ChatDigest digest;
    QList<domain::User> users;
    QList<domain::UserId> gone;
    QList<domain::Member> put;
    qsizetype nextUser = 0;
    qsizetype nextGone = 0;
    qsizetype nextPut = 0;
    bool isStored = false; ///< there is a row of this chat
    bool isSame = false; ///< stored just so; only what the users are called may differ
    bool isOpen = false; ///< the stored members are marked as half-written
};

/// Fills `gone` and `put` of `plan`; both lists are in order.
void compareMembers(Plan &plan, const QList<domain::Member> &stored)
{
    auto old = stored.cbegin();
    for (const domain::Member &member : std::as_const(plan.members)) {
        for (; old != stored.cend() && old->user < member.user; ++old) {
            plan.gone.append(old->user);
        }
        const bool known = old != stored.cend() && old->user == member.user;
        if (!known || *old != member) {
            plan.put.append(member);
        }
        if (known) {
            ++old;
        }
    }
    for (; old != stored.cend(); ++old) {
        plan.gone.append(old->user);
    }
}

} // namespace

class ChatWriter::Private
{
public:
    using Done = base::Result<void, StoreError>;

    Private(ChatTables &chatTables, domain::ChatBatch chatBatch) : tables(chatTables), batch(std::move(chatBatch))
    {
        usersById.reserve(batch.users.size());
        for (const domain::User &user : std::as_const(batch.users)) {
            usersById.insert(user.id, &user);
        }
    }

    bool isDone() const { return nextChat >= batch.chats.size() && nextUser >= batch.users.size(); }
    void forgetSlice(qsizetype chat, qsizetype user);
    Done slice(int rows);
    Done collect();

    ChatTables &tables;
    domain::ChatBatch batch;
    UsersById usersById;

    qsizetype nextChat = 0;
    qsizetype nextUser = 0; ///< of the users that no chat of the batch names, after the last chat
    std::optional<Plan> plan; ///< of batch.chats[nextChat], once begun
    QSet<domain::UserId> named; ///< by a chat of the batch so far
    QSet<domain::UserId> compared; ///< with the stored user, and stored
    quint64 generation = 0; ///< of the tables after the last slice

    int spent = 0; ///< in this slice
    ChatsStored stored; ///< by this slice
    QHash<domain::ChatId, std::optional<domain::ChatRow>>
        before; ///< rows that this slice may have changed, as they were

private:
    Done step();
    Done begin(const domain::Chat &chat);
    Done go(const domain::Chat &chat);
    Done finish(const domain::Chat &chat);
    void nameUsers(const domain::Chat &chat);
    void compareUsersLater(const domain::Chat &chat);
    Done storeUser(const domain::User &user);
    Done touch(domain::ChatId chat);
};

/// One statement or so.
ChatWriter::Private::Done ChatWriter::Private::step()
{
    if (nextChat < batch.chats.size()) {
        const domain::Chat &chat = batch.chats.at(nextChat);
        return plan ? go(chat) : begin(chat);
    }
    const domain::User &user = batch.users.at(nextUser);
    ++nextUser;
    return named.contains(user.id) ? Done() : storeUser(user);
}

ChatWriter::Private::Done ChatWriter::Private::begin(const domain::Chat &chat)
{
    Plan next;
    next.members = inOrder(chat.members);
    if (next.members.isEmpty()) {
        // A chat has me at least: the members were left out (an event may), they did not all go.
        const auto known = tables.members(chat.id);
        if (!known) {
            return base::Failure{known.error()};
        }
        next.members = *known;
    }
    next.digest = digestOf(chat, next.members, usersById);
    const auto old = tables.digest(chat.id);
    if (!old) {
        return base::Failure{old.error()};
    }
    // Measured: digesting eight members takes as long as writing a row, and so does reading four.
    spent += 1 + static_cast<int>(next.members.size() / 8);
    nameUsers(chat);
    if (*old == next.digest) {
        ++stored.unchanged;
        ++nextChat;
        return {};
    }
    next.isStored = old->has_value();
    if (!next.isStored || (*old)->members != next.digest.members) {
        const auto members = tables.members(chat.id);
        if (!members) {
            return base::Failure{members.error()};
        }
        spent += static_cast<int>(members->size() / 4);
        compareMembers(next, *members);
    }
    next.isSame = next.isStored && (*old)->chat == next.digest.chat && (*old)->members == next.digest.members;
    const bool samePeople = next.isStored && (*old)->people == next.digest.people;
    plan = std::move(next);
    if (!samePeople) {
        compareUsersLater(chat);
    }
    return {};
}

void ChatWriter::Private::nameUsers(const domain::Chat &chat)
{
    for (const domain::Member &member : chat.members) {
        named.insert(member.user);
    }
    if (chat.from) {
        named.insert(*chat.from);
    }
}

void ChatWriter::Private::compareUsersLater(const domain::Chat &chat)
{
    const auto compareLater = [this](domain::UserId id) {
        const domain::User *user = usersById.value(id);
        if (user && !compared.contains(id)) {
            plan->users.append(*user);
        }
    };
    for (const domain::Member &member : std::as_const(plan->members)) {
        compareLater(member.user);
    }
    if (chat.from) {
        compareLater(*chat.from);
    }
}

ChatWriter::Private::Done ChatWriter::Private::go(const domain::Chat &chat)
{
    if (plan->nextUser < plan->users.size()) {
        return storeUser(plan->users.at(plan->nextUser++));
    }
    // A member row counts somebody's chats besides.
    spent += 2;
    const bool hasMemberLeft = plan->nextGone < plan->gone.size() || plan->nextPut < plan->put.size();
    if (hasMemberLeft && plan->isStored && !plan->isOpen) {
        plan->isOpen = true;
        return tables.openMembers(chat.id);
    }
    if (plan->nextGone < plan->gone.size()) {
        return tables.removeMember(chat.id, plan->gone.at(plan->nextGone++));
    }
    if (plan->nextPut < plan->put.size()) {
        return tables.putMember(chat.id, plan->put.at(plan->nextPut++));
    }
    return finish(chat);
}

ChatWriter::Private::Done ChatWriter::Private::finish(const domain::Chat &chat)
{
    if (auto done = touch(chat.id); !done) {
        return done;
    }
    if (auto done = tables.putChat(chat, plan->members, plan->digest); !done) {
        return done;
    }
    stored.unchanged += plan->isSame ? 1 : 0;
    plan.reset();
    ++nextChat;
    return {};
}

ChatWriter::Private::Done ChatWriter::Private::storeUser(const domain::User &user)
{
    ++spent;
    const auto known = tables.knownUser(user.id);
    if (!known) {
        return base::Failure{known.error()};
    }
    compared.insert(user.id);
    domain::User next{user.id, storable(user.name), storable(user.pictureUrl)};
    if (known->user) {
        // An answer may leave out what another one told.
        next.name = next.name.isEmpty() ? known->user->name : next.name;
        next.pictureUrl = next.pictureUrl.isEmpty() ? known->user->pictureUrl : next.pictureUrl;
    }
    if (known->user == next) {
        return {};
    }
    for (const domain::ChatId chat : known->shownAs) {
        if (auto done = touch(chat); !done) {
            return done;
        }
    }
    spent += 2;
    return tables.putUser(next);
}

ChatWriter::Private::Done ChatWriter::Private::touch(domain::ChatId chat)
{
    if (before.contains(chat)) {
        return {};
    }
    auto row = tables.row(chat);
    if (!row) {
        return base::Failure{row.error()};
    }
    ++spent;
    before.insert(chat, *std::move(row));
    return {};
}

ChatWriter::Private::Done ChatWriter::Private::slice(int rows)
{
    if (plan && generation != tables.generation) {
        // Somebody wrote in between, perhaps this very chat: look again at what is stored.
        plan.reset();
    }
    do {
        if (auto done = step(); !done) {
            return done;
        }
    } while (spent < rows && !isDone());
    return collect();
}

/// Which of the rows that were touched look different now.
ChatWriter::Private::Done ChatWriter::Private::collect()
{
    for (auto touched = before.cbegin(); touched != before.cend(); ++touched) {
        const auto now = tables.row(touched.key());
        if (!now) {
            return base::Failure{now.error()};
        }
        if (*now && *now != touched.value()) {
            stored.changed.append(**now);
        }
    }
    return {};
}

void ChatWriter::Private::forgetSlice(qsizetype chat, qsizetype user)
{
    nextChat = chat;
    nextUser = user;
    plan.reset();
    compared.clear();
}

ChatWriter::ChatWriter(ChatStore &store, domain::ChatBatch batch)
    : d(std::make_unique<Private>(store.d->tables, std::move(batch)))
{
}

ChatWriter::~ChatWriter() = default;
ChatWriter::ChatWriter(ChatWriter &&) noexcept = default;
ChatWriter &ChatWriter::operator=(ChatWriter &&) noexcept = default;

bool ChatWriter::isDone() const
{
    return d->isDone();
}

base::Result<ChatsStored, StoreError> ChatWriter::writeSome(int rows)
{
    d->spent = 0;
    d->stored = {};
    d->before.clear();
    if (d->isDone()) {
        return ChatsStored();
    }
    const qsizetype chat = d->nextChat;
    const qsizetype user = d->nextUser;
    const auto done = d->tables.database().transaction([this, rows] { return d->slice(rows); });
    d->generation = ++d->tables.generation;
    if (!done) {
        d->forgetSlice(chat, user);
        return base::Failure{done.error()};
    }
    return std::move(d->stored);
}

} // namespace storage
