// SPDX-License-Identifier: MIT
#include "models/ChatWords.h"

#include "domain/Avatar.h"
#include "domain/Preview.h"
#include "media/PictureAddress.h"

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

QString ChatWords::accessibleName(const domain::ChatRow &row, const Beside &beside)
{
    const bool isGroup = row.type == domain::ChatType::Group;
    QStringList parts{title(row)};
    //: A screen reader says this after the chat's title
    parts << (isGroup ? tr("group") : tr("private chat"));
    if (!isGroup && beside.isOnline) {
        //: Somebody is there right now
        parts << tr("online");
    }
    if (row.unreadCount > 0) {
        parts << tr("%n unread", "messages", row.unreadCount);
    } else if (row.keptUnread) {
        //: A chat that was marked as unread
        parts << tr("unread");
    }
    if (row.muted) {
        //: A chat
        parts << tr("muted");
    }
    if (row.pinnedAt) {
        //: A chat that is kept at the top
        parts << tr("pinned");
    }
    parts << (beside.typing.isEmpty() ? preview(row) : beside.typing);
    if (!beside.time.isEmpty()) {
        parts << beside.time;
    }
    //: Between the parts of what a screen reader says
    return parts.join(tr(", "));
}

QString ChatWords::typing(const domain::ChatRow &row, const QStringList &names)
{
    if (names.isEmpty()) {
        return {};
    }
    if (row.type == domain::ChatType::Private) {
        //: The other person of a private chat
        return tr("typing…");
    }
    if (names.size() > 2) {
        return tr("%n people are typing…", nullptr, static_cast<int>(names.size()));
    }
    const auto said = [](const QString &name) {
        const QString line = domain::singleLine(name, 40);
        return line.isEmpty() ? tr("Someone") : line;
    };
    return names.size() == 1 ? tr("%1 is typing…").arg(said(names[0]))
                             : tr("%1 and %2 are typing…").arg(said(names[0]), said(names[1]));
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

QString ChatWords::pictureSource(const domain::ChatRow &row)
{
    return media::pictureSource(row.pictureUrl);
}

} // namespace models
