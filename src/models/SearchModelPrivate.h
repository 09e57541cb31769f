// SPDX-License-Identifier: MIT
#pragma once

#include "models/SearchModel.h"

#include <optional>
#include <utility>
#include <vector>

namespace models {

/// The half of SearchModel that asks and takes the answers; the other half is what QML sees.
class SearchModel::Private
{
public:
    /// A row: a chat, which is read from the list whenever it is shown, or a person.
    struct Result
    {
        domain::ChatId chat; ///< null: a person
        std::optional<session::PersonHit> person;

        bool isSame(const Result &other) const;
    };

    Private(SearchModel &model, ChatListModel &theChats, Source theSource)
        : q(model), chats(theChats), source(std::move(theSource))
    {
    }

    void setWords(const QString &next);
    void clear();
    void choosePerson(const session::PersonHit &hit);
    void leavePerson();
    /// The answer may be another one by now: asks again, and shows the old one meanwhile.
    void refresh();
    void setFilter();
    void forgetProgress();
    /// The list started anew: of the results, only people are left.
    void dropChats();
    void setProgress(const session::SyncProgress &next);
    void removeChat(domain::ChatId chat);
    /// Tells the rows that show `chat`, or the person of this private chat.
    void tellChat(domain::ChatId chat);
    void tellAll();

    bool isActive() const { return person || !words.trimmed().isEmpty(); }
    QString progressText() const;

    SearchModel &q;
    ChatListModel &chats;
    Source source;
    QString words;
    std::optional<session::PersonHit> person; ///< whose chats are shown
    std::vector<Result> results;
    bool searching = false;
    bool failed = false;

private:
    void ask();
    void askForWords();
    void askForPerson(const session::PersonHit &hit);
    /// The answer that is awaited is wanted no more. What later answers must bring with them.
    int startAsking();
    bool isLatest(int asking);
    std::vector<Result> resultsOf(const session::SearchAnswer &answer) const;
    std::vector<Result> resultsOf(const QList<domain::ChatId> &found) const;
    /// `silently`: asked by ourselves, and not by the person.
    void fail(session::AskError error, bool silently);
    void setSearching(bool now);
    void setFailed(bool now);
    void setPerson(const std::optional<session::PersonHit> &next);
    void show(std::vector<Result> wanted);
    void removeAllBut(const std::vector<Result> &wanted);
    void arrange(const std::vector<Result> &wanted);
    void tellDerived();

    session::SyncProgress progress;
    bool progressKnown = false;
    std::vector<Result> beforePerson; ///< what leavePerson() returns to
    std::function<void()> cancelAsked; ///< whoever answers may stop
    int latestAsking = 0;
    bool awaiting = false;
    bool askAgain = false; ///< things changed while an answer was awaited
    bool toldActive = false;
    int toldCount = 0;
    QString toldProgress;
};

} // namespace models
