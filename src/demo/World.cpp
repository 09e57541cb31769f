// SPDX-License-Identifier: MIT
#include "demo/World.h"

#include "demo/SampleTexts.h"

#include <algorithm>

namespace demo {

namespace {

using namespace std::chrono_literals;
using domain::Instant;
using domain::MemberStatus;
using domain::Permission;

// The first seconds of the identifiers: fixed, so that they do not depend on when the demo was started.
constexpr quint32 usersSince = 1'505'000'000;
constexpr quint32 chatsSince = 1'519'000'000;

QString text(std::u16string_view words)
{
    return QString(reinterpret_cast<const QChar *>(words.data()), static_cast<qsizetype>(words.size()));
}

bool mayOrdinaryMember(Permission permission, GroupRules rules)
{
    switch (permission) {
    case Permission::SendMessages:
    case Permission::SendMediaMessages:
        return rules != GroupRules::Announcements;
    case Permission::SendOtherMessages:
    case Permission::AddWebPagePreviews:
        return rules != GroupRules::Announcements && rules != GroupRules::NoInvites;
    case Permission::InviteUsers:
        return rules == GroupRules::Open || rules == GroupRules::Usual;
    case Permission::ChangeInfo:
    case Permission::PinMessages:
        return rules == GroupRules::Open;
    case Permission::PromoteMembers:
    case Permission::RestrictMembers:
    case Permission::DeleteMessages:
    case Permission::EditMessages:
    case Permission::PostMessages:
    case Permission::BeEdited:
        return false;
    }
    return false;
}

domain::Permissions permissionsOf(MemberStatus status, GroupRules rules)
{
    domain::Permissions permissions;
    for (int bit = 0; bit < domain::permissionCount; ++bit) {
        const auto permission = static_cast<Permission>(bit);
        bool allowed = rules == GroupRules::AllAdministrators || status == MemberStatus::Creator;
        if (!allowed && status == MemberStatus::Administrator) {
            // Administrators of a group do not make others administrators; only its creator does.
            allowed = permission != Permission::PromoteMembers;
        } else if (!allowed && status == MemberStatus::Member) {
            allowed = mayOrdinaryMember(permission, rules);
        }
        permissions.state(permission, allowed);
    }
    return permissions;
}

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

} // namespace

World::World(quint32 seed, const QString &language, Instant now)
    : m_dice(seed), m_language(language == QLatin1String("id") ? language : QStringLiteral("en"))
{
    addPeople(now);
    const auto samples = sampleChats(m_language);
    for (const SampleChat &sample : samples) {
        m_chats.push_back({makeChat(sample, now), &sample});
        if (!sample.partner.empty()) {
            m_contacts.append(userNamed(sample.partner));
        }
    }
}

void World::addPeople(Instant now)
{
    const auto add = [this](std::u16string_view name) {
        domain::User user;
        user.id = m_dice.id<domain::UserId>(usersSince + static_cast<quint32>(m_users.size()));
        user.name = text(name);
        m_users.insert(user.id, user);
        return user.id;
    };
    m_me = m_users.value(add(sampleOwnName()));
    m_presence.insert(m_me.id, {true, now});
    for (const std::u16string_view name : sampleNames()) {
        const domain::UserId id = add(name);
        m_people.append(id);
        const bool online = m_dice.oneIn(3);
        const auto away = std::chrono::minutes(m_dice.between(3, 3 * 24 * 60));
        m_presence.insert(id, {online, online ? now : now - away});
    }
}

domain::UserId World::userNamed(std::u16string_view name) const
{
    const auto names = sampleNames();
    const auto found = std::find(names.begin(), names.end(), name);
    Q_ASSERT(found != names.end());
    return m_people.at(found - names.begin());
}

domain::Chat World::makeChat(const SampleChat &sample, Instant now)
{
    domain::Chat chat;
    chat.id = m_dice.id<domain::ChatId>(chatsSince + static_cast<quint32>(m_chats.size()));
    chat.type = sample.partner.empty() ? domain::ChatType::Group : domain::ChatType::Private;
    chat.lastMessage = text(sample.words->last);
    // Off by some seconds, or by some hours of the day, or every clock of the demo would stand alike.
    const bool isDaysAgo = sample.lastMessageAge >= 24h;
    const int earlierMs = isDaysAgo ? m_dice.between(0, 9 * 3'600'000) : m_dice.between(4'000, 45'000);
    chat.lastMessageAt = now - sample.lastMessageAge - std::chrono::milliseconds(earlierMs);
    chat.updatedAt = chat.lastMessageAt;
    chat.createdAt = *chat.lastMessageAt - std::chrono::hours(m_dice.between(20, 90 * 24));
    chat.unreadCount = sample.unread;
    chat.allMembersAreAdministrators = sample.rules == GroupRules::AllAdministrators;
    chat.smallPhotoUrl = QStringLiteral("none");
    chat.bigPhotoUrl = QStringLiteral("none");
    if (chat.type == domain::ChatType::Group) {
        chat.title = text(sample.words->title);
        chat.description = text(sample.words->description);
        chat.inviteLink = m_dice.code(17);
    } else {
        chat.from = userNamed(sample.partner);
        // As the service itself says it of private chats.
        chat.allMembersAreAdministrators = true;
    }
    addMembers(chat, sample);
    return chat;
}

void World::addMembers(domain::Chat &chat, const SampleChat &sample)
{
    const bool isPrivate = chat.type == domain::ChatType::Private;
    const GroupRules rules = isPrivate ? GroupRules::AllAdministrators : sample.rules;
    QList<domain::UserId> others;
    if (isPrivate) {
        others = {*chat.from};
    } else {
        others = m_people;
        others.removeOne(userNamed(u"Open Trip Official"));
        while (others.size() > sample.memberCount - 1) {
            others.removeAt(m_dice.below(static_cast<int>(others.size())));
        }
    }
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
        const bool hasRead = (isPrivate && sample.unread > 0) || !m_dice.oneIn(4);
        add(others[i], status, hasRead ? 0 : m_dice.between(1, 9));
    }
}

const domain::Chat *World::find(domain::ChatId id) const
{
    const auto found = std::find_if(m_chats.begin(), m_chats.end(), [id](const Entry &e) { return e.chat.id == id; });
    return found == m_chats.end() ? nullptr : &found->chat;
}

QString World::languageOf(qsizetype index) const
{
    return m_chats.at(static_cast<size_t>(index)).sample->alwaysIndonesian ? QStringLiteral("id") : m_language;
}

QList<domain::Chat> World::list(const ListQuery &query) const
{
    std::vector<const domain::Chat *> found;
    for (const Entry &entry : m_chats) {
        if (!query.type || entry.chat.type == *query.type) {
            found.push_back(&entry.chat);
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

const domain::Chat &World::receiveNext(qsizetype index, Instant now)
{
    Entry &entry = m_chats.at(static_cast<size_t>(index));
    const auto lines = entry.sample->words->coming;
    write(entry, lines[entry.nextLine % lines.size()], now);
    ++entry.nextLine;
    entry.chat.unreadCount = entry.chat.unreadCount.value_or(0) + 1;
    entry.chat.members.first().unreadCount = entry.chat.unreadCount;
    if (entry.chat.type == domain::ChatType::Private) {
        entry.chat.members.last().unreadCount = 0; // who writes has read
    }
    return entry.chat;
}

const domain::Chat &World::answerElsewhere(qsizetype index, qsizetype reply, Instant now)
{
    Entry &entry = m_chats.at(static_cast<size_t>(index));
    const QString language = languageOf(index);
    const auto replies = sampleReplies(language);
    write(entry, replies[static_cast<size_t>(reply) % replies.size()], now);
    entry.chat.unreadCount = 0;
    entry.chat.members.first().unreadCount = 0;
    if (entry.chat.type == domain::ChatType::Private) {
        entry.chat.members.last().unreadCount = entry.chat.members.last().unreadCount.value_or(0) + 1;
    }
    return entry.chat;
}

void World::write(Entry &entry, std::u16string_view words, Instant now)
{
    entry.chat.lastMessage = text(words);
    entry.chat.lastMessageAt = now;
    entry.chat.updatedAt = now;
}

void World::setOnline(domain::UserId user, bool online, Instant now)
{
    if (m_users.contains(user)) {
        m_presence.insert(user, {online, now});
    }
}

} // namespace demo
