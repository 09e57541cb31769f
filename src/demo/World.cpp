// SPDX-License-Identifier: MIT
#include "demo/World.h"

#include "demo/GroupRights.h"
#include "demo/PlausibleTime.h"

#include <algorithm>
#include <array>

namespace demo {

namespace {

using namespace std::chrono_literals;
using domain::Instant;
using domain::MemberStatus;

// The first seconds of the identifiers: fixed, so that they do not depend on when the demo was started.
constexpr quint32 usersSince = 1'505'000'000;
constexpr quint32 chatsSince = 1'519'000'000;

constexpr int peopleCount = 2'001; ///< me, and the largest group is everybody but the service's own account
constexpr int circle = 90; ///< the groups of usual size are made of so many people
constexpr int largeGroup = 200;
const QString serviceAccount = QStringLiteral("Open Trip Official");

bool isAbove(const domain::Chat &a, const domain::Chat &b, SortField sort)
{
    switch (sort) {
    case SortField::LastMessageDate:
        return domain::ChatOrder::of(a).isBefore(domain::ChatOrder::of(b));
    case SortField::CreatedAt:
        return std::tie(a.createdAt, a.id) > std::tie(b.createdAt, b.id);
    case SortField::UpdatedAt:
        return std::tie(a.updatedAt, a.id) > std::tie(b.updatedAt, b.id);
    case SortField::Title:
        return std::tie(a.title, a.id) > std::tie(b.title, b.id);
    }
    return false;
}

/// Two thirds have a picture, the same ones each time.
template <class IdType> bool hasPicture(const IdType &id)
{
    return id.raw().back() % 3 != 0;
}

/// FNV-1a: the same on every computer, as Qt's hashes are not.
template <class IdType> quint32 pictureSeed(const IdType &id)
{
    quint32 hash = 2'166'136'261;
    for (const quint8 byte : id.raw()) {
        hash = (hash ^ byte) * 16'777'619;
    }
    return hash;
}

PictureSubject portraitOf(quint32 seed)
{
    // Travellers: some show a place, some a pattern of home, most of them themselves.
    constexpr std::array kinds{PictureSubject::Batik, PictureSubject::Batik, PictureSubject::Mountain,
        PictureSubject::Sea, PictureSubject::Portrait, PictureSubject::Portrait, PictureSubject::Portrait,
        PictureSubject::Portrait};
    return {kinds[seed / 7 % kinds.size()], seed};
}

PictureSubject::Kind sceneryOf(const QString &about)
{
    if (about == QLatin1String("sea")) {
        return PictureSubject::Sea;
    }
    return about == QLatin1String("mountain") ? PictureSubject::Mountain : PictureSubject::Country;
}

SampleChat newFriend()
{
    SampleChat sample;
    sample.about = QStringLiteral("friend");
    sample.place = QStringLiteral("Bandung");
    return sample;
}

} // namespace

World::World(quint32 seed, const QString &language, Instant now)
    : m_seed(seed), m_dice(seed), m_language(language == QLatin1String("id") ? language : QStringLiteral("en")),
      m_samples(SampleTexts::chats(m_language)), m_newFriend(newFriend()),
      m_ownLanguage(SampleTexts::scenes(m_language)), m_indonesian(SampleTexts::scenes(QStringLiteral("id")))
{
    addPeople(now);
    for (const SampleChat &sample : m_samples) {
        const domain::Chat chat = makeChat(sample, now);
        const auto index = chatCount();
        m_indexes.insert(chat.id, index);
        m_conversations.emplace_back(
            chat, sample, storytellerOf(sample), m_users, m_seed * 1'009 + static_cast<quint32>(index));
        if (!sample.partner.isEmpty()) {
            m_contacts.append(*chat.from);
            // Nobody was last seen before they last wrote.
            domain::Presence &presence = m_presence[*chat.from];
            presence.lastActiveAt = std::max(presence.lastActiveAt, chat.lastMessageAt);
        }
    }
}

const Storyteller &World::storytellerOf(const SampleChat &sample) const
{
    return sample.alwaysIndonesian ? m_indonesian : m_ownLanguage;
}

void World::addPeople(Instant now)
{
    const QStringList names = SampleTexts::names(peopleCount);
    m_users.reserve(names.size());
    m_presence.reserve(names.size());
    for (const QString &name : names) {
        domain::User user;
        user.id = m_dice.id<domain::UserId>(usersSince + static_cast<quint32>(m_users.size()));
        user.name = name;
        m_users.insert(user.id, user);
        if (m_me.id.isNull()) {
            m_me = user;
            m_presence.insert(user.id, {true, now});
            continue;
        }
        m_people.append(user.id);
        const bool online = m_dice.oneIn(3);
        const auto away = std::chrono::minutes(m_dice.between(3, 3 * 24 * 60));
        m_presence.insert(user.id, {online, online ? now : now - away});
    }
}

domain::UserId World::userNamed(const QString &name) const
{
    const auto found = std::find_if(
        m_people.begin(), m_people.end(), [&](domain::UserId id) { return m_users.value(id).name == name; });
    Q_ASSERT(found != m_people.end());
    return *found;
}

domain::Chat World::makeChat(const SampleChat &sample, Instant now)
{
    domain::Chat chat;
    chat.id = m_dice.id<domain::ChatId>(chatsSince + static_cast<quint32>(m_conversations.size()));
    chat.type = sample.partner.isEmpty() ? domain::ChatType::Group : domain::ChatType::Private;
    chat.lastMessage = sample.talk.isEmpty() ? QString() : sample.talk.last().words;
    // Off by some seconds, or by some hours of the day, or every clock of the demo would stand alike.
    const bool isDaysAgo = sample.lastMessageAge >= 24h;
    const int earlierMs = isDaysAgo ? m_dice.between(0, 9 * 3'600'000) : m_dice.between(4'000, 45'000);
    chat.lastMessageAt = now - sample.lastMessageAge - std::chrono::milliseconds(earlierMs);
    if (isDaysAgo) {
        chat.lastMessageAt = plausible(*chat.lastMessageAt);
    }
    chat.updatedAt = chat.lastMessageAt;
    const bool isLarge = sample.memberCount > largeGroup;
    chat.createdAt = *chat.lastMessageAt - 24h * (isLarge ? 700 : 45) - std::chrono::hours(m_dice.below(90 * 24));
    chat.unreadCount = sample.unread;
    chat.allMembersAreAdministrators = sample.rules == GroupRules::AllAdministrators;
    chat.smallPhotoUrl = QStringLiteral("none");
    chat.bigPhotoUrl = QStringLiteral("none");
    if (chat.type == domain::ChatType::Group) {
        chat.title = sample.title;
        chat.description = sample.description;
        chat.inviteLink = m_dice.code(17);
    } else {
        chat.from = userNamed(sample.partner);
        // As the service itself says it of private chats.
        chat.allMembersAreAdministrators = true;
    }
    addMembers(chat, sample);
    return chat;
}

QList<domain::UserId> World::chooseMembers(const SampleChat &sample)
{
    const bool isLarge = sample.memberCount > largeGroup;
    QList<domain::UserId> others = isLarge ? m_people : m_people.first(circle);
    others.removeOne(userNamed(serviceAccount));
    // A thorough shuffle: who stands first made the group, and the first few do most of the talking.
    for (qsizetype i = others.size() - 1; i > 0; --i) {
        others.swapItemsAt(i, m_dice.below(static_cast<int>(i + 1)));
    }
    return others.first(std::min<qsizetype>(others.size(), sample.memberCount - 1));
}

void World::addMembers(domain::Chat &chat, const SampleChat &sample)
{
    const bool isPrivate = chat.type == domain::ChatType::Private;
    const GroupRules rules = isPrivate ? GroupRules::AllAdministrators : sample.rules;
    const QList<domain::UserId> others = isPrivate ? QList<domain::UserId>{*chat.from} : chooseMembers(sample);
    const auto add = [&](domain::UserId user, MemberStatus status, int unread) {
        chat.members.append({user, status, permissionsOf(status, rules), unread});
    };
    const bool mine = sample.mine || isPrivate;
    add(m_me.id, mine ? MemberStatus::Creator : MemberStatus::Member, sample.unread);
    for (qsizetype i = 0; i < others.size(); ++i) {
        MemberStatus status = MemberStatus::Member;
        if (!mine && i == 0) {
            status = MemberStatus::Creator;
        } else if (!isPrivate && i == 1) {
            status = MemberStatus::Administrator;
        } else if (rules != GroupRules::AllAdministrators && i > 4 && m_dice.oneIn(12)) {
            status = MemberStatus::Restricted;
        }
        // What somebody of a private chat has not read is mine; there is none if the last word was not mine.
        const bool lastWasMine = sample.talk.isEmpty() || sample.talk.last().role == 0;
        const bool hasRead = (isPrivate && !lastWasMine) || !m_dice.oneIn(4);
        add(others[i], status, hasRead ? 0 : isPrivate ? 1 : m_dice.between(1, 9));
    }
}

const domain::Chat *World::find(domain::ChatId id) const
{
    const auto index = indexOf(id);
    return index ? &chat(*index) : nullptr;
}

std::optional<qsizetype> World::indexOf(domain::ChatId id) const
{
    const auto found = m_indexes.constFind(id);
    return found == m_indexes.constEnd() ? std::nullopt : std::optional(*found);
}

QString World::languageOf(qsizetype index) const
{
    return sample(index).alwaysIndonesian ? QStringLiteral("id") : m_language;
}

bool World::mayWrite(qsizetype index) const
{
    return chat(index).members.first().permissions.isAllowed(domain::Permission::SendMessages);
}

QList<domain::Chat> World::list(const ListQuery &query) const
{
    std::vector<const domain::Chat *> found;
    for (const Conversation &conversation : m_conversations) {
        if (!query.type || conversation.chat().type == *query.type) {
            found.push_back(&conversation.chat());
        }
    }
    std::sort(found.begin(), found.end(), [&query](const domain::Chat *a, const domain::Chat *b) {
        return query.descending ? isAbove(*a, *b, query.sort) : isAbove(*b, *a, query.sort);
    });
    const auto first = std::clamp(query.offset, qsizetype(0), static_cast<qsizetype>(found.size()));
    const auto count = std::clamp(query.limit, qsizetype(0), maxPage);
    QList<domain::Chat> page;
    for (qsizetype i = first; i < std::min(first + count, static_cast<qsizetype>(found.size())); ++i) {
        page.append(*found[static_cast<size_t>(i)]);
    }
    return page;
}

QList<Message> World::messages(qsizetype index, const MessageQuery &query) const
{
    const Conversation &conversation = at(index);
    const qsizetype all = conversation.messageCount();
    const qsizetype offset = std::clamp(query.offset, qsizetype(0), all);
    const qsizetype count = std::min(std::clamp(query.limit, qsizetype(0), maxMessages), all - offset);
    if (!query.newestFirst) {
        return conversation.messages(offset, count);
    }
    QList<Message> page = conversation.messages(all - offset - count, count);
    std::reverse(page.begin(), page.end());
    return page;
}

Message World::receive(qsizetype index, const Utterance &utterance, Instant now)
{
    return at(index).receive(utterance, now);
}

Message World::send(qsizetype index, const QString &text, Instant now)
{
    return at(index).send(text, now);
}

std::optional<qsizetype> World::privateChatWith(domain::UserId user, Instant now)
{
    if (user == m_me.id || !m_users.contains(user)) {
        return std::nullopt;
    }
    for (qsizetype i = 0; i < chatCount(); ++i) {
        if (chat(i).from == user) {
            return i;
        }
    }
    domain::Chat chat;
    chat.id = m_dice.id<domain::ChatId>(chatsSince + static_cast<quint32>(m_conversations.size()));
    chat.type = domain::ChatType::Private;
    chat.createdAt = now;
    chat.updatedAt = now;
    chat.unreadCount = 0;
    chat.allMembersAreAdministrators = true;
    chat.smallPhotoUrl = QStringLiteral("none");
    chat.bigPhotoUrl = QStringLiteral("none");
    chat.from = user;
    addMembers(chat, m_newFriend);
    chat.members.last().unreadCount = 0;
    const auto index = chatCount();
    m_indexes.insert(chat.id, index);
    m_conversations.emplace_back(
        chat, m_newFriend, m_ownLanguage, m_users, m_seed * 1'009 + static_cast<quint32>(index));
    m_contacts.append(user);
    return index;
}

void World::setOnline(domain::UserId user, bool online, Instant now)
{
    if (m_users.contains(user)) {
        m_presence.insert(user, {online, now});
    }
}

void World::setPicturesAddress(const QString &address)
{
    for (domain::User &user : m_users) {
        user.pictureUrl =
            hasPicture(user.id) ? QString(address + u'u' + user.id.toString() + QStringLiteral(".png")) : QString();
    }
    m_me = m_users.value(m_me.id);
    for (Conversation &conversation : m_conversations) {
        domain::Chat &chat = conversation.chat();
        if (chat.type == domain::ChatType::Group && hasPicture(chat.id)) {
            const QString name = address + u'c' + chat.id.toString();
            chat.smallPhotoUrl = name + QStringLiteral(".png");
            chat.bigPhotoUrl = name + QStringLiteral("-640.png");
        }
    }
}

std::optional<PictureSubject> World::picture(QByteArrayView name) const
{
    if (name.isEmpty()) {
        return std::nullopt;
    }
    const std::string_view hex(name.data() + 1, static_cast<size_t>(name.size() - 1));
    if (name.front() == 'c') {
        const auto id = domain::ChatId::fromHex(hex);
        const auto index = id && hasPicture(*id) ? indexOf(*id) : std::nullopt;
        if (index && chat(*index).type == domain::ChatType::Group) {
            return PictureSubject{sceneryOf(sample(*index).about), pictureSeed(*id)};
        }
    } else if (name.front() == 'u') {
        const auto id = domain::UserId::fromHex(hex);
        if (id && hasPicture(*id) && m_users.contains(*id)) {
            return portraitOf(pictureSeed(*id));
        }
    }
    return std::nullopt;
}

} // namespace demo
