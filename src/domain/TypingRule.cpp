// SPDX-License-Identifier: MIT
#include "domain/TypingRule.h"

#include <algorithm>

namespace domain {

namespace {

bool beginsWithName(QStringView text, const QString &name)
{
    return !name.isEmpty() && text.startsWith(name)
        && (text.size() == name.size() || text.at(name.size()) == QLatin1Char(' '));
}

/// The one whose name is the longest with which `text` begins; nothing if there is none, or several have it.
std::optional<User> personNamedIn(QStringView text, const QList<User> &people)
{
    const User *found = nullptr;
    bool isOnlyOne = true;
    for (const User &person : people) {
        if (!beginsWithName(text, person.name) || (found && person.name.size() < found->name.size())) {
            continue;
        }
        // Beginnings of one text that are equally long are the same name.
        isOnlyOne = !found || person.name.size() > found->name.size();
        found = &person;
    }
    if (!found || !isOnlyOne) {
        return std::nullopt;
    }
    return *found;
}

} // namespace

std::optional<Typist> typistInPrivateChat(QStringView text, const User &other, const User &me)
{
    const auto named = personNamedIn(text, {other, me});
    if (named && named->id == me.id) {
        return std::nullopt;
    }
    return Typist{other.id, other.name};
}

std::optional<Typist> typistInGroup(QStringView text, const QList<User> &members, UserId me)
{
    const auto named = personNamedIn(text, members);
    if (!named) {
        return Typist();
    }
    if (named->id == me) {
        return std::nullopt;
    }
    return Typist{named->id, named->name};
}

void Typists::start(const Typist &who, Milliseconds now)
{
    for (Writing &writing : m_writing) {
        if (writing.who.user == who.user) {
            writing = {who, now + lifetime};
            return;
        }
    }
    if (m_writing.size() < most) {
        m_writing.append({who, now + lifetime});
    }
}

void Typists::end(const Typist &who)
{
    if (!who.user) {
        m_writing.clear();
        return;
    }
    m_writing.removeIf([&who](const Writing &writing) { return writing.who.user == who.user; });
}

void Typists::expire(Milliseconds now)
{
    m_writing.removeIf([now](const Writing &writing) { return writing.until <= now; });
}

QStringList Typists::names() const
{
    QStringList names;
    names.reserve(m_writing.size());
    for (const Writing &writing : m_writing) {
        names.append(writing.who.name);
    }
    return names;
}

std::optional<Typists::Milliseconds> Typists::nextExpiry() const
{
    std::optional<Milliseconds> next;
    for (const Writing &writing : m_writing) {
        next = next ? std::min(*next, writing.until) : writing.until;
    }
    return next;
}

} // namespace domain
