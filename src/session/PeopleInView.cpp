// SPDX-License-Identifier: MIT
#include "session/PeopleInView.h"

#include <utility>

namespace session {

PeopleInView::PeopleInView(AccountData &data, PresenceBook &book, base::Clock &clock)
    : m_data(data), m_book(book), m_timer(clock.createTimer())
{
}

PeopleInView::~PeopleInView()
{
    m_book.watch({});
}

void PeopleInView::setOpenChat(std::optional<domain::ChatId> chat)
{
    if (std::exchange(m_open, chat) != chat) {
        watch();
    }
}

void PeopleInView::setChatsInView(const QList<domain::ChatId> &chats)
{
    const QList<domain::ChatId> most = chats.first(std::min<qsizetype>(chats.size(), mostChats));
    if (std::exchange(m_coming, most) != most) {
        m_timer->start(settleTime, [this] { settle(); });
    }
}

void PeopleInView::takeRows(const QList<domain::ChatRow> &rows)
{
    bool isDifferent = false;
    for (const domain::ChatRow &row : rows) {
        const auto known = m_people.find(row.id);
        if (known != m_people.end() && *known != row.counterpart) {
            *known = row.counterpart;
            isDifferent = true;
        }
    }
    if (isDifferent) {
        watch();
    }
}

void PeopleInView::settle()
{
    if (std::exchange(m_inView, m_coming) != m_coming) {
        watch();
    }
}

void PeopleInView::watch()
{
    QHash<domain::ChatId, std::optional<domain::UserId>> people;
    QList<domain::UserId> watched;
    const auto add = [&](domain::ChatId chat) {
        const auto known = m_people.constFind(chat);
        const std::optional<domain::UserId> person = known != m_people.constEnd() ? *known : personOf(chat);
        people.insert(chat, person);
        if (person) {
            watched.append(*person);
        }
    };
    if (m_open) {
        add(*m_open);
    }
    for (const domain::ChatId chat : std::as_const(m_inView)) {
        add(chat);
    }
    m_people = std::move(people);
    m_book.watch(watched);
}

std::optional<domain::UserId> PeopleInView::personOf(domain::ChatId chat) const
{
    const auto row = m_data.chats().row(chat);
    if (!row) {
        m_data.recover(row.error());
        return std::nullopt;
    }
    return *row ? (*row)->counterpart : std::nullopt;
}

} // namespace session
