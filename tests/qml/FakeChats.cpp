// SPDX-License-Identifier: MIT
#include "FakeChats.h"

#include <algorithm>

int FakeChats::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_chats.size());
}

QVariant FakeChats::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return m_chats[size_t(index.row())].value(QString::fromLatin1(roleNames().value(role)));
}

QHash<int, QByteArray> FakeChats::roleNames() const
{
    static const QHash<int, QByteArray> names = [] {
        QHash<int, QByteArray> result;
        int role = Qt::UserRole;
        for (const char *name : {"chatId", "title", "preview", "timeText", "timeToolTip", "unreadCount", "unreadText",
                 "isGroup", "initials", "avatarColour", "pictureSource", "accessibleName", "isCurrent", "isUnread",
                 "isPinned", "isMuted", "isOnline", "typingText"}) {
            result.insert(++role, name);
        }
        return result;
    }();
    return names;
}

void FakeChats::fill(int count)
{
    beginResetModel();
    m_chats.clear();
    for (int number = 0; number < count; ++number) {
        m_chats.push_back(chat(number));
    }
    endResetModel();
    Q_EMIT countChanged();
}

void FakeChats::clear()
{
    fill(0);
}

void FakeChats::moveChat(int from, int to)
{
    if (from == to || !beginMoveRows({}, from, from, {}, to > from ? to + 1 : to)) {
        return;
    }
    const QVariantMap moved = m_chats[size_t(from)];
    m_chats.erase(m_chats.begin() + from);
    m_chats.insert(m_chats.begin() + to, moved);
    endMoveRows();
}

void FakeChats::insertChat(int row, int number)
{
    beginInsertRows({}, row, row);
    m_chats.insert(m_chats.begin() + row, chat(number));
    endInsertRows();
    Q_EMIT countChanged();
}

void FakeChats::removeChat(int row)
{
    beginRemoveRows({}, row, row);
    m_chats.erase(m_chats.begin() + row);
    endRemoveRows();
    Q_EMIT countChanged();
}

void FakeChats::change(int row, const QVariantMap &roles)
{
    m_chats[size_t(row)].insert(roles);
    Q_EMIT dataChanged(index(row), index(row));
}

QString FakeChats::idAt(int row) const
{
    return m_chats[size_t(row)].value(QStringLiteral("chatId")).toString();
}

int FakeChats::rowOf(const QString &chatId) const
{
    const auto found = std::find_if(m_chats.begin(), m_chats.end(),
        [&](const QVariantMap &chat) { return chat[QStringLiteral("chatId")] == chatId; });
    return found == m_chats.end() ? -1 : int(found - m_chats.begin());
}

void FakeChats::setRowsInView(int first, int last)
{
    m_rowsInView = {first, last};
    Q_EMIT rowsInViewChanged();
}

QVariantMap FakeChats::chat(int number)
{
    return {
        {QStringLiteral("chatId"), QStringLiteral("chat %1").arg(number)},
        {QStringLiteral("title"), QStringLiteral("Title %1").arg(number)},
        {QStringLiteral("preview"), QStringLiteral("Preview %1").arg(number)},
        {QStringLiteral("timeText"), QStringLiteral("14:32")},
        {QStringLiteral("timeToolTip"), QStringLiteral("Sunday, 22 November 2026, 14:32")},
        {QStringLiteral("unreadCount"), 0},
        {QStringLiteral("unreadText"), QString()},
        {QStringLiteral("isGroup"), number % 2 == 1},
        {QStringLiteral("initials"), QStringLiteral("T")},
        {QStringLiteral("avatarColour"), number % 10},
        {QStringLiteral("accessibleName"), QStringLiteral("Title %1, Preview %1, 14:32").arg(number)},
        {QStringLiteral("isCurrent"), false},
        {QStringLiteral("pictureSource"), QString()},
        {QStringLiteral("isUnread"), false},
        {QStringLiteral("isPinned"), false},
        {QStringLiteral("isMuted"), false},
        {QStringLiteral("isOnline"), false},
        {QStringLiteral("typingText"), QString()},
    };
}
