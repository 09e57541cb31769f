// SPDX-License-Identifier: MIT
#pragma once

#include "domain/User.h"

#include <QHash>
#include <QList>

#include <string_view>
#include <vector>

namespace api {

/// The people that one answer names, each once, found by id: the same person stands in many chats, and is turned into
/// text once. The first name and the first picture address that are not empty stay.
class UserTable
{
public:
    /// The number of this person in the table.
    int add(domain::UserId id, std::string_view name, std::string_view pictureUrl);
    /// False if person `number` was counted into `chat` before. Chats are numbered from 0, and come one after the
    /// other.
    bool countInto(int number, int chat);
    /// The people; the table is not used after that.
    QList<domain::User> take();

private:
    QHash<domain::UserId, int> m_numbers; ///< counted from 1
    QList<domain::User> m_users;
    std::vector<int> m_lastChats;
};

} // namespace api
