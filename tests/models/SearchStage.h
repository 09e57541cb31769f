// SPDX-License-Identifier: MIT
#pragma once

#include "models/SearchModel.h"
#include "models/Stage.h"

#include <QAbstractItemModelTester>
#include <QPromise>
#include <QTest>

#include <deque>
#include <optional>

namespace stage {

inline session::PersonHit hit(quint32 user, const QString &name, int shared, std::optional<quint32> privateChat = {})
{
    session::PersonHit found;
    found.user = {userId(user), name, QString()};
    found.sharedChats = shared;
    if (privateChat) {
        found.privateChat = chatId(*privateChat);
    }
    return found;
}

/// The model on its stage, under the tester; the test answers what is asked, when it likes.
struct Searching : Stage
{
    using WordsAnswer = base::Result<session::SearchAnswer, session::AskError>;
    using PersonAnswer = base::Result<QList<domain::ChatId>, session::AskError>;

    models::SearchModel::Source source()
    {
        return {[this](const session::SearchQuery &query) {
                    asked << query;
                    return wordsAsked.emplace_back().start();
                },
            [this](domain::UserId user) {
                askedFor << user;
                return peopleAsked.emplace_back().start();
            }};
    }
    /// Answers the question of this number.
    void answer(std::size_t number, const session::SearchAnswer &found) { wordsAsked.at(number).finish(found); }
    void answerLast(const session::SearchAnswer &found) { wordsAsked.back().finish(found); }
    /// Asks for `words`, and answers.
    void search(const QString &words, const session::SearchAnswer &found)
    {
        model.setWords(words);
        answerLast(found);
        QTRY_VERIFY(!model.isSearching());
    }
    QStringList titles() const
    {
        QStringList found;
        for (int row = 0; row < model.count(); ++row) {
            found << at(row, models::SearchModel::TitleRole).toString();
        }
        return found;
    }
    QVariant at(int row, int role) const { return model.data(model.index(row), role); }

    template <class Value> struct Question
    {
        QPromise<Value> promise;
        QFuture<Value> start()
        {
            promise.start();
            return promise.future();
        }
        void finish(const Value &value)
        {
            promise.addResult(value);
            promise.finish();
        }
    };
    std::deque<Question<WordsAnswer>> wordsAsked;
    std::deque<Question<PersonAnswer>> peopleAsked;
    QList<session::SearchQuery> asked;
    QList<domain::UserId> askedFor;
    models::TimeWords times{clock, QStringLiteral("en")};
    models::ChatListModel chats{session, times};
    models::SearchModel model{session, chats, times, source()};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

/// The stage is set after the models listen.
struct ShownSearch : Searching
{
    ShownSearch()
    {
        tellLink(session::Link::Online);
        open({group(3, 30, QStringLiteral("Krakatau")), person(2, 12, 20, QStringLiteral("Ayu Lestari")),
            group(1, 10, QStringLiteral("Ayunan"))});
        tell(session::SyncProgress{.known = 3, .complete = true});
    }
};

inline const QString ayu = QStringLiteral("ayu");

} // namespace stage
