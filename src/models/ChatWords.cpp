// SPDX-License-Identifier: MIT
#include "models/ChatWords.h"

#include "domain/Avatar.h"
#include "domain/Preview.h"

namespace models {

namespace {

constexpr int highestCount = 99;

} // namespace

QString ChatWords::title(const domain::ChatRow &row)
{
    const QString title = domain::singleLine(row.title, 200);
    if (!title.isEmpty()) {
        return title;
    }
    //: An unnamed person
    return row.type == domain::ChatType::Private ? tr("Someone") : tr("Group without a title");
}

QString ChatWords::preview(const domain::ChatRow &row)
{
    const QString text = domain::singleLine(row.preview);
    if (!text.isEmpty()) {
        return text;
    }
    return row.lastMessageAt ? tr("New message") : tr("No messages yet");
}

QString ChatWords::accessibleName(const domain::ChatRow &row, const QString &time)
{
    const QString name = title(row);
    const QString text = preview(row);
    const QString count = row.unreadCount > 0 ? tr("%n unread", "messages", row.unreadCount) : QString();
    // One text each, not joined pieces: a language may want another order.
    if (time.isEmpty() && count.isEmpty()) {
        //: What a screen reader says for a chat: title, preview
        return tr("%1, %2").arg(name, text);
    }
    if (time.isEmpty()) {
        //: What a screen reader says for a chat: title, preview, "3 unread"
        return tr("%1, %2, %3", "without a time").arg(name, text, count);
    }
    if (count.isEmpty()) {
        //: What a screen reader says for a chat: title, preview, time
        return tr("%1, %2, %3").arg(name, text, time);
    }
    //: What a screen reader says for a chat: title, preview, time, "3 unread"
    return tr("%1, %2, %3, %4").arg(name, text, time, count);
}

QString ChatWords::unread(int count)
{
    if (count <= 0) {
        return {};
    }
    //: More unread messages than %1
    return count > highestCount ? tr("%1+").arg(highestCount) : QString::number(count);
}

QString ChatWords::initials(const domain::ChatRow &row)
{
    return domain::initials(row.title);
}

int ChatWords::avatarColour(const domain::ChatRow &row)
{
    const bool isPerson = row.type == domain::ChatType::Private && row.counterpart;
    return domain::avatarColour(isPerson ? row.counterpart->bytes() : row.id.bytes());
}

} // namespace models
