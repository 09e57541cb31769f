// SPDX-License-Identifier: MIT
#include "models/ChatRows.h"

#include "domain/ChatFilter.h"

#include <QtGlobal>

#include <utility>

namespace models {

using domain::ChatId;
using domain::ChatRow;

namespace {

bool isWithPerson(const ChatRow &row)
{
    return row.type == domain::ChatType::Private && row.counterpart;
}

} // namespace

const ChatRow *ChatRows::find(ChatId chat) const
{
    const auto found = m_byId.find(chat);
    return found == m_byId.end() ? nullptr : found->second.get();
}

std::vector<const ChatRow *> ChatRows::all() const
{
    std::vector<const ChatRow *> rows;
    rows.reserve(m_byId.size());
    for (const auto &[id, row] : m_byId) {
        rows.push_back(row.get());
    }
    return rows;
}

const std::vector<ChatId> &ChatRows::chatsOf(domain::UserId person) const
{
    static const std::vector<ChatId> none;
    const auto found = m_byPerson.find(person);
    return found == m_byPerson.end() ? none : found->second;
}

void ChatRows::clear()
{
    m_byId.clear();
    m_unread.clear();
    m_pinned.clear();
    m_byPerson.clear();
}

const ChatRow *ChatRows::insert(ChatRow row)
{
    auto owned = std::make_unique<ChatRow>(std::move(row));
    const ChatRow *inserted = owned.get();
    m_byId.insert_or_assign(inserted->id, std::move(owned));
    enterSets(*inserted);
    return inserted;
}

void ChatRows::replace(ChatRow row)
{
    const auto found = m_byId.find(row.id);
    Q_ASSERT(found != m_byId.end());
    leaveSets(*found->second);
    *found->second = std::move(row);
    enterSets(*found->second);
}

void ChatRows::remove(ChatId chat)
{
    const auto found = m_byId.find(chat);
    Q_ASSERT(found != m_byId.end());
    leaveSets(*found->second);
    m_byId.erase(found);
}

void ChatRows::enterSets(const ChatRow &row)
{
    if (domain::countsAsUnread(row)) {
        m_unread.insert(row.id);
    }
    if (row.pinnedAt) {
        m_pinned.insert(row.id);
    }
    if (isWithPerson(row)) {
        m_byPerson[*row.counterpart].push_back(row.id);
    }
}

void ChatRows::leaveSets(const ChatRow &row)
{
    m_unread.erase(row.id);
    m_pinned.erase(row.id);
    if (isWithPerson(row)) {
        const auto found = m_byPerson.find(*row.counterpart);
        std::erase(found->second, row.id);
        if (found->second.empty()) {
            m_byPerson.erase(found);
        }
    }
}

} // namespace models
