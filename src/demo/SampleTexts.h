// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace demo {

/// What a sample group lets its ordinary members do.
enum class GroupRules {
    Open, ///< everybody may write, invite, and change title and picture
    Usual, ///< everybody may write; only administrators change the group
    NoInvites, ///< as Usual, without inviting, and without stickers and link previews
    Announcements, ///< only administrators write
    AllAdministrators, ///< as the vendor's own sample: `all_members_are_administrators`
};

/// Something that one of a scene's roles says; 0 is me.
struct SampleLine
{
    int role = 1;
    QString words;

    bool operator==(const SampleLine &) const = default;
};

/// A short exchange, in order.
using Scene = QList<SampleLine>;

/// A sample chat before anybody's ids: a group, or a private chat with `partner`.
struct SampleChat
{
    QString partner; ///< empty for a group
    int memberCount = 2; ///< me included
    GroupRules rules = GroupRules::Usual;
    bool mine = false; ///< I created it
    std::chrono::minutes lastMessageAge{};
    int unread = 0;
    QString about; ///< which scenes are played in it, and which answers fit
    QString place; ///< where it goes
    bool alwaysIndonesian = false;
    QString title; ///< empty for a private chat
    QString description;
    Scene talk; ///< what was said last; its last line is the one that the list shows
    Scene coming; ///< what is said next
};

/// The scenes of one language, and the words that change in them.
struct SceneBook
{
    QHash<QString, QList<Scene>> scenes; ///< by topic
    QHash<QString, QStringList> words; ///< `{name}` → one of these
};

/// Answers to messages of one kind.
struct AnswerKind
{
    QString name;
    QString about; ///< only in chats about this; empty: in all
    bool questionsOnly = false; ///< only to what looks like a question
    QStringList words; ///< one of them is in the message; none: fits everything
    QStringList answers;
};

/// What people of the demo are called and say, read from the files in src/demo/texts (their form is explained there).
/// `language` is "en" or "id".
struct SampleTexts
{
    /// Half of them always Indonesian, the others in the language; the newest first.
    static std::vector<SampleChat> chats(const QString &language);
    static SceneBook scenes(const QString &language);
    /// In the order in which they are tried.
    static std::vector<AnswerKind> answers(const QString &language);
    /// Mine first, then those who stand in the chats, then enough others, no two alike, for `count` people in all.
    static QStringList names(int count);
};

} // namespace demo
