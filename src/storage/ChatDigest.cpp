// SPDX-License-Identifier: MIT
#include "storage/ChatDigest.h"

#include <QCryptographicHash>

#include <algorithm>
#include <type_traits>

namespace storage {

namespace {

/// To be raised when a stored chat means something else than before: everything is then stored again.
constexpr std::uint8_t digestVersion = 1;

/// Values one after the other, none of which can run into the next. Lengths and numbers in the machine's byte order: a
/// digest is only compared on the machine that made it, or the chat is stored once more.
class Canonical
{
public:
    explicit Canonical(qsizetype expected) { m_bytes.reserve(expected); }

    template <class Number> void add(Number number)
    {
        static_assert(std::is_integral_v<Number>);
        m_bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
    }
    void add(const QString &text)
    {
        add(text.size());
        m_bytes.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    }
    template <class Tag> void add(const base::Id<Tag> &id)
    {
        m_bytes.append(reinterpret_cast<const char *>(id.raw().data()), base::Id<Tag>::byteCount);
    }
    void add(const domain::Instant &instant) { add(static_cast<qint64>(instant.time_since_epoch().count())); }
    template <class T> void add(const std::optional<T> &value)
    {
        add(static_cast<std::uint8_t>(value.has_value()));
        if (value) {
            add(*value);
        }
    }
    QByteArray digest() const { return QCryptographicHash::hash(m_bytes, QCryptographicHash::Blake2b_160); }

private:
    QByteArray m_bytes;
};

void addUser(Canonical &canonical, const UsersById &users, domain::UserId id)
{
    const domain::User *user = users.value(id);
    canonical.add(id);
    canonical.add(static_cast<std::uint8_t>(user != nullptr));
    if (user) {
        canonical.add(user->name);
        canonical.add(user->pictureUrl);
    }
}

} // namespace

QList<domain::Member> inOrder(QList<domain::Member> members)
{
    const auto before = [](const domain::Member &a, const domain::Member &b) { return a.user < b.user; };
    if (!std::is_sorted(members.cbegin(), members.cend(), before)) {
        std::stable_sort(members.begin(), members.end(), before);
    }
    const auto same = [](const domain::Member &a, const domain::Member &b) { return a.user == b.user; };
    if (std::adjacent_find(members.cbegin(), members.cend(), same) != members.cend()) {
        members.erase(std::unique(members.begin(), members.end(), same), members.end());
    }
    return members;
}

ChatDigest digestOf(const domain::Chat &chat, const QList<domain::Member> &members, const UsersById &users)
{
    Canonical fields(512);
    fields.add(digestVersion);
    fields.add(static_cast<std::uint8_t>(chat.type));
    for (const QString *text :
        {&chat.title, &chat.description, &chat.inviteLink, &chat.smallPhotoUrl, &chat.bigPhotoUrl, &chat.lastMessage}) {
        fields.add(*text);
    }
    fields.add(chat.lastMessageAt);
    fields.add(chat.createdAt);
    fields.add(chat.updatedAt);
    fields.add(chat.from);
    fields.add(chat.unreadCount);
    fields.add(static_cast<std::uint8_t>(chat.allMembersAreAdministrators));

    Canonical places(members.size() * 24 + 64);
    // 250 bytes hold a usual name and address, as UTF-16.
    Canonical people(members.size() * 250 + 64);
    places.add(digestVersion);
    people.add(digestVersion);
    for (const domain::Member &member : members) {
        places.add(member.user);
        places.add(static_cast<std::uint8_t>(member.status));
        places.add(member.permissions.allowed);
        places.add(member.permissions.stated);
        places.add(member.unreadCount);
        addUser(people, users, member.user);
    }
    if (chat.from) {
        addUser(people, users, *chat.from);
    }
    return {fields.digest(), places.digest(), people.digest()};
}

} // namespace storage
