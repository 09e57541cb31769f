// SPDX-License-Identifier: MIT
#include "models/SearchStage.h"

#include <QSignalSpy>
#include <QTest>

using domain::ChatId;
using models::ChatListModel;
using models::SearchModel;
using session::AskError;
using session::Phase;
using stage::ayu;
using stage::chatId;
using stage::group;
using stage::hit;
using stage::person;
using stage::userId;
using Filter = ChatListModel::Filter;
using Shown = stage::ShownSearch;

/// What people do with the results, and what happens beneath them meanwhile.
class tst_SearchModelUse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChosenChatIsTold()
    {
        Shown shown;
        shown.search(ayu, {{chatId(2)}, {hit(12, QStringLiteral("Ayu Lestari"), 3, 2)}});
        QSignalSpy chosen(&shown.model, &SearchModel::chatChosen);
        QSignalSpy someone(&shown.model, &SearchModel::personChosen);
        shown.model.activate(0);
        QCOMPARE(someone.count(), 0);
        shown.model.activate(1);
        QCOMPARE(someone.count(), 1);
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(chosen.at(0).at(0).toString(), chatId(2).toString());
        QCOMPARE(chosen.at(1).at(0).toString(), chatId(2).toString());
        shown.model.activate(-1);
        shown.model.activate(2);
        QCOMPARE(chosen.count(), 2);
    }

    void aPersonWithoutAPrivateChatShowsTheChatsInCommon()
    {
        Shown shown;
        shown.search(ayu, {{chatId(2)}, {hit(40, QStringLiteral("Dewi Ayu"), 2)}});
        shown.model.activate(1);
        QCOMPARE(shown.askedFor, QList<domain::UserId>{userId(40)});
        QCOMPARE(shown.model.count(), 2); // until the answer comes
        shown.peopleAsked.back().finish(QList<ChatId>{chatId(3), chatId(1), chatId(77)});
        QTRY_COMPARE(shown.model.person(), QStringLiteral("Chats with Dewi Ayu"));
        QCOMPARE(shown.titles(), (QStringList{QStringLiteral("Krakatau"), QStringLiteral("Ayunan")}));
        QVERIFY(shown.at(1, SearchModel::MarksRole).value<QList<int>>().isEmpty());
        QVERIFY(!shown.model.isSearching());

        shown.change({}, {chatId(2)}); // one of the results goes meanwhile
        shown.model.leavePerson();
        QCOMPARE(shown.model.person(), QString());
        QCOMPARE(shown.titles(), QStringList{QStringLiteral("Dewi Ayu")});
        QCOMPARE(shown.asked.size(), 2); // they may be others by now
    }

    void typingLeavesThePerson()
    {
        Shown shown;
        shown.search(ayu, {{}, {hit(40, QStringLiteral("Dewi Ayu"), 2)}});
        shown.model.activate(0);
        shown.peopleAsked.back().finish(QList<ChatId>{chatId(3)});
        QTRY_VERIFY(!shown.model.person().isEmpty());
        shown.model.setWords(QStringLiteral("ay"));
        QCOMPARE(shown.model.person(), QString());
        shown.answerLast({{chatId(1)}, {}});
        QTRY_COMPARE(shown.titles(), QStringList{QStringLiteral("Ayunan")});
    }

    void clearingLeavesEverything()
    {
        Shown shown;
        shown.search(ayu, {{}, {hit(40, QStringLiteral("Dewi Ayu"), 2)}});
        shown.model.activate(0);
        shown.peopleAsked.back().finish(QList<ChatId>{chatId(3)});
        QTRY_VERIFY(!shown.model.person().isEmpty());
        shown.model.clear();
        QVERIFY(!shown.model.isActive());
        QCOMPARE(shown.model.words(), QString());
        QCOMPARE(shown.model.count(), 0);
    }

    void anAnswerAfterClearingIsNotShown()
    {
        Shown shown;
        shown.model.setWords(ayu);
        shown.model.clear();
        shown.answerLast({{chatId(2)}, {}});
        QCoreApplication::processEvents();
        QCOMPARE(shown.model.count(), 0);
    }

    void aChatThatVanishesLeavesTheResults()
    {
        Shown shown;
        shown.search(ayu, {{chatId(2), chatId(1)}, {}});
        shown.change({}, {chatId(2)});
        QCOMPARE(shown.titles(), QStringList{QStringLiteral("Ayunan")});
        shown.search(QStringLiteral("ay"), {{chatId(2), chatId(1)}, {}}); // the answer is older than the change
        QCOMPARE(shown.titles(), QStringList{QStringLiteral("Ayunan")});
    }

    void resultsAreLive()
    {
        Shown shown;
        shown.search(ayu, {{chatId(2), chatId(1)}, {hit(12, QStringLiteral("Ayu Lestari"), 3, 2)}});
        QSignalSpy changed(&shown.model, &SearchModel::dataChanged);
        shown.change({group(1, 90, QStringLiteral("Rayu"))});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(shown.at(1, SearchModel::TitleRole).toString(), QStringLiteral("Rayu"));
        QCOMPARE(shown.at(1, SearchModel::MarksRole).value<QList<int>>(), (QList<int>{1, 3}));
        shown.tellOnline(userId(12), true); // in their chat, and as a person
        QCOMPARE(changed.count(), 3);
        QVERIFY(shown.at(0, SearchModel::IsOnlineRole).toBool());
        QVERIFY(shown.at(2, SearchModel::IsOnlineRole).toBool());
        shown.change({group(3, 91, QStringLiteral("Krakatau"))}); // not among them
        QCOMPARE(changed.count(), 3);
    }

    void theFilterAppliesToChats_data()
    {
        QTest::addColumn<Filter>("filter");
        QTest::addColumn<int>("type"); // -1: any
        QTest::addColumn<QStringList>("titles");
        const QString someone = QStringLiteral("Ayu");
        QTest::newRow("all") << Filter::All << -1
                             << QStringList{QStringLiteral("Ayu Lestari"), QStringLiteral("Ayunan"), someone};
        QTest::newRow("private") << Filter::Private << static_cast<int>(domain::ChatType::Private)
                                 << QStringList{QStringLiteral("Ayu Lestari"), QStringLiteral("Ayunan"), someone};
        QTest::newRow("groups") << Filter::Groups << static_cast<int>(domain::ChatType::Group)
                                << QStringList{QStringLiteral("Ayu Lestari"), QStringLiteral("Ayunan"), someone};
        QTest::newRow("unread") << Filter::Unread << -1 << QStringList{QStringLiteral("Ayunan"), someone};
    }
    void theFilterAppliesToChats()
    {
        QFETCH(Filter, filter);
        QFETCH(int, type);
        Shown shown;
        domain::ChatRow unread = group(1, 10, QStringLiteral("Ayunan"));
        unread.unreadCount = 1;
        shown.change({unread});
        shown.model.setWords(ayu);
        const auto asked = shown.asked.size();
        shown.chats.setFilter(filter);
        QCOMPARE(shown.asked.size(), filter == Filter::All ? asked : asked + 1);
        const auto asks = shown.asked.constLast().type;
        QCOMPARE(asks ? static_cast<int>(*asks) : -1, type);
        // Of types, the answer is believed.
        shown.answerLast({{chatId(2), chatId(1)}, {hit(40, QStringLiteral("Ayu"), 1)}});
        QTRY_VERIFY(!shown.model.isSearching());
        QTEST(shown.titles(), "titles");
    }

    void whileChatsLoadItSaysHowFarAndAsksAgain()
    {
        Shown shown;
        QCOMPARE(shown.model.progressText(), QString());
        shown.tell(session::SyncProgress{.known = 340, .syncing = true});
        QCOMPARE(shown.model.progressText(), QStringLiteral("Searching 340 chats, more are loading"));
        QCOMPARE(shown.asked.size(), 0);
        shown.search(ayu, {{chatId(2)}, {}});
        shown.tell(session::SyncProgress{.known = 360, .syncing = true});
        QCOMPARE(shown.asked.size(), 2);
        QVERIFY(!shown.model.isSearching()); // in silence
        shown.tell(session::SyncProgress{.known = 380, .syncing = true}); // one question at a time
        QCOMPARE(shown.asked.size(), 2);
        shown.answerLast({{chatId(2), chatId(1)}, {}});
        QTRY_COMPARE(shown.asked.size(), 3);
        QCOMPARE(shown.model.count(), 2);
        shown.tell(session::SyncProgress{.known = 380, .complete = true});
        QCOMPARE(shown.model.progressText(), QString());
    }

    void aFailureIsSaidUntilTheNextWords()
    {
        Shown shown;
        shown.search(ayu, {{chatId(2)}, {}});
        shown.model.setWords(QStringLiteral("ayu l"));
        shown.wordsAsked.back().finish(base::Failure{AskError::Failed});
        QTRY_VERIFY(!shown.model.failedText().isEmpty());
        QCOMPARE(shown.model.count(), 0);
        QVERIFY(!shown.model.isSearching());
        shown.model.setWords(ayu);
        QCOMPARE(shown.model.failedText(), QString());
    }

    void aSilentQuestionThatFailsChangesNothing()
    {
        Shown shown;
        shown.search(ayu, {{chatId(2)}, {}});
        shown.tell(session::SyncProgress{.known = 360, .syncing = true});
        shown.wordsAsked.back().finish(base::Failure{AskError::Failed});
        QCoreApplication::processEvents();
        QCOMPARE(shown.model.failedText(), QString());
        QCOMPARE(shown.model.count(), 1);
    }

    void anotherAccountFindsNothingOfTheOneBefore_data()
    {
        QTest::addColumn<Phase>("phase");
        QTest::newRow("signed out") << Phase::SignedOut;
        QTest::newRow("somebody else signs in") << Phase::SigningIn;
    }
    void anotherAccountFindsNothingOfTheOneBefore()
    {
        QFETCH(Phase, phase);
        Shown shown;
        shown.search(ayu, {{chatId(2)}, {hit(40, QStringLiteral("Dewi Ayu"), 2)}});
        shown.tell(phase);
        QCOMPARE(shown.model.count(), 0);
        QCOMPARE(shown.model.words(), QString());
        QCOMPARE(shown.model.progressText(), QString());
    }

    void aListThatStartsAnewIsSearchedAgainWhenItIsWhole()
    {
        Shown shown;
        shown.search(ayu, {{chatId(2)}, {hit(40, QStringLiteral("Dewi Ayu"), 2)}});
        Q_EMIT shown.session.chatsReset(1);
        QCOMPARE(shown.titles(), QStringList{QStringLiteral("Dewi Ayu")});
        shown.change({person(2, 12, 20, QStringLiteral("Ayu Lestari"))});
        QCOMPARE(shown.asked.size(), 2);
        shown.answerLast({{chatId(2)}, {}});
        QTRY_COMPARE(shown.titles(), QStringList{QStringLiteral("Ayu Lestari")});
    }

    void theSessionIsAskedUnlessSomebodyElseIs()
    {
        Shown shown;
        SearchModel model(shown.session, shown.chats, shown.times);
        model.setWords(ayu);
        QVERIFY(model.isSearching());
        QTRY_VERIFY(!model.isSearching()); // nobody is signed in: not a failure, but nothing
        QCOMPARE(model.failedText(), QString());
        QCOMPARE(model.count(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_SearchModelUse)
#include "tst_SearchModelUse.moc"
