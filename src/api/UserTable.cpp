// SPDX-License-Identifier: MIT
#include "api/UserTable.h"

#include "api/JsonValues.h"

#include <utility>

namespace api {

int UserTable::add(domain::UserId id, std::string_view name, std::string_view pictureUrl)
{
    int &place = m_numbers[id]; // counted from 1: 0 is what a new entry holds
    if (place == 0) {
        m_users.append(domain::User{id, json::toQString(name), json::toQString(pictureUrl)});
        m_lastChats.push_back(-1);
        place = static_cast<int>(m_users.size());
        return place - 1;
    }
    domain::User &known = m_users[place - 1];
    if (known.name.isEmpty() && !name.empty()) {
        known.name = json::toQString(name);
    }
    if (known.pictureUrl.isEmpty() && !pictureUrl.empty()) {
        known.pictureUrl = json::toQString(pictureUrl);
    }
    return place - 1;
}

bool UserTable::countInto(int number, int chat)
{
    return std::exchange(m_lastChats[static_cast<std::size_t>(number)], chat) != chat;
}

QList<domain::User> UserTable::take()
{
    return std::move(m_users);
}

} // namespace api
