// SPDX-License-Identifier: MIT
#include "FakeHits.h"

int FakeHits::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant FakeHits::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return m_hits[size_t(index.row())].value(QString::fromLatin1(roleNames().value(role)));
}

QHash<int, QByteArray> FakeHits::roleNames() const
{
    static const QHash<int, QByteArray> names = [] {
        QHash<int, QByteArray> result;
        int role = Qt::UserRole;
        for (const char *name :
            {"section", "isPerson", "chatId", "userId", "title", "marks", "detail", "timeText", "unreadText", "isMuted",
                "isGroup", "initials", "avatarColour", "pictureSource", "isOnline", "accessibleName"}) {
            result.insert(++role, name);
        }
        return result;
    }();
    return names;
}

void FakeHits::setWords(const QString &words)
{
    if (m_words != words) {
        m_words = words;
        Q_EMIT wordsChanged();
    }
}

void FakeHits::setPerson(const QString &person)
{
    m_person = person;
    Q_EMIT personChanged();
    Q_EMIT wordsChanged();
}

void FakeHits::fill(int chats, int people)
{
    beginResetModel();
    m_hits.clear();
    for (int row = 0; row < chats + people; ++row) {
        const bool person = row >= chats;
        const QString name = person ? QStringLiteral("Person %1").arg(row - chats) : QStringLiteral("Chat %1").arg(row);
        m_hits.push_back({
            {QStringLiteral("section"), person ? QStringLiteral("People") : QStringLiteral("Chats")},
            {QStringLiteral("isPerson"), person},
            {QStringLiteral("chatId"), person ? QString() : name},
            {QStringLiteral("userId"), person ? name : QString()},
            {QStringLiteral("title"), name},
            {QStringLiteral("marks"), QVariantList()},
            {QStringLiteral("detail"), QStringLiteral("Detail %1").arg(row)},
            {QStringLiteral("timeText"), person ? QString() : QStringLiteral("14:32")},
            {QStringLiteral("unreadText"), QString()},
            {QStringLiteral("isMuted"), false},
            {QStringLiteral("isGroup"), !person},
            {QStringLiteral("initials"), QStringLiteral("N")},
            {QStringLiteral("avatarColour"), row % 10},
            {QStringLiteral("pictureSource"), QString()},
            {QStringLiteral("isOnline"), false},
            {QStringLiteral("accessibleName"), QStringLiteral("%1, Detail %2").arg(name).arg(row)},
        });
    }
    endResetModel();
    Q_EMIT countChanged();
}

void FakeHits::change(int row, const QVariantMap &roles)
{
    m_hits[size_t(row)].insert(roles);
    Q_EMIT dataChanged(index(row), index(row));
}

void FakeHits::moveHit(int from, int to)
{
    if (beginMoveRows({}, from, from, {}, to > from ? to + 1 : to)) {
        const QVariantMap moved = m_hits[size_t(from)];
        m_hits.erase(m_hits.begin() + from);
        m_hits.insert(m_hits.begin() + to, moved);
        endMoveRows();
    }
}

void FakeHits::activate(int row)
{
    m_heard.append(QStringLiteral("activate %1").arg(row));
    Q_EMIT changed();
    const QString chat = m_hits[size_t(row)].value(QStringLiteral("chatId")).toString();
    if (!chat.isEmpty()) {
        Q_EMIT chatChosen(chat);
    }
}

void FakeHits::leavePerson()
{
    m_heard.append(QStringLiteral("leave"));
    setPerson({});
}

void FakeHits::clear()
{
    m_heard.append(QStringLiteral("clear"));
    m_person.clear();
    m_words.clear();
    Q_EMIT wordsChanged();
    Q_EMIT personChanged();
}
