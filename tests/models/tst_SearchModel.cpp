// SPDX-License-Identifier: MIT
#include "models/SearchStage.h"

#include <QMetaEnum>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using models::ChatListModel;
using models::SearchModel;
using session::SearchAnswer;
using stage::ayu;
using stage::chatId;
using stage::hit;
using stage::userId;
using Shown = stage::ShownSearch;

/// What is found, and how it looks.
class tst_SearchModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSearchedAtFirst()
    {
        const Shown shown;
        QVERIFY(!shown.model.isActive());
        QVERIFY(!shown.model.isSearching());
        QCOMPARE(shown.model.count(), 0);
        QCOMPARE(shown.asked.size(), 0);
    }

    void chatsComeBeforePeople()
    {
        Shown shown;
        shown.search(ayu, {{chatId(2), chatId(1)}, {hit(12, QStringLiteral("Ayu Lestari"), 3, 2)}});
        QCOMPARE(shown.titles(),
            (QStringList{QStringLiteral("Ayu Lestari"), QStringLiteral("Ayunan"), QStringLiteral("Ayu Lestari")}));
        QCOMPARE(shown.at(1, SearchModel::SectionRole).toString(), QStringLiteral("Chats"));
        QCOMPARE(shown.at(2, SearchModel::SectionRole).toString(), QStringLiteral("People"));
        QVERIFY(shown.model.isActive());
    }

    void aChatLooksAsInTheList()
    {
        Shown shown;
        shown.tellOnline(userId(12), true);
        shown.search(ayu, {{chatId(2)}, {}});
        using List = ChatListModel;
        const QList<std::pair<SearchModel::Role, List::Role>> same{{SearchModel::TitleRole, List::TitleRole},
            {SearchModel::DetailRole, List::PreviewRole}, {SearchModel::TimeTextRole, List::TimeTextRole},
            {SearchModel::UnreadTextRole, List::UnreadTextRole}, {SearchModel::IsMutedRole, List::IsMutedRole},
            {SearchModel::IsGroupRole, List::IsGroupRole}, {SearchModel::InitialsRole, List::InitialsRole},
            {SearchModel::AvatarColourRole, List::AvatarColourRole}, {SearchModel::IsOnlineRole, List::IsOnlineRole},
            {SearchModel::AccessibleNameRole, List::AccessibleNameRole}};
        for (const auto &[role, listRole] : same) {
            QCOMPARE(shown.at(0, role), shown.chats.data(shown.chats.index(1), listRole));
        }
        QVERIFY(shown.at(0, SearchModel::IsOnlineRole).toBool());
        QCOMPARE(shown.at(0, SearchModel::MarksRole).value<QList<int>>(), (QList<int>{0, 3}));
    }

    void aPersonIsDescribed()
    {
        Shown shown;
        shown.search(ayu, {{}, {hit(40, QStringLiteral("Dewi Ayu"), 3), hit(41, QString(), 0)}});
        QCOMPARE(shown.at(0, SearchModel::TitleRole).toString(), QStringLiteral("Dewi Ayu"));
        QCOMPARE(shown.at(0, SearchModel::MarksRole).value<QList<int>>(), (QList<int>{5, 3}));
        QCOMPARE(shown.at(0, SearchModel::DetailRole).toString(), QStringLiteral("3 chats in common"));
        QCOMPARE(shown.at(0, SearchModel::UserIdRole).toString(), userId(40).toString());
        QCOMPARE(shown.at(0, SearchModel::ChatIdRole).toString(), QString());
        QCOMPARE(shown.at(0, SearchModel::InitialsRole).toString(), QStringLiteral("DA"));
        QCOMPARE(shown.at(0, SearchModel::AccessibleNameRole).toString(),
            QStringLiteral("Dewi Ayu, person, 3 chats in common"));
        QCOMPARE(shown.at(1, SearchModel::TitleRole).toString(), QStringLiteral("Someone"));
        QCOMPARE(shown.at(1, SearchModel::DetailRole).toString(), QStringLiteral("No chats in common"));
    }

    void everyRoleHasItsNameAndAValue()
    {
        Shown shown;
        shown.search(ayu, {{chatId(2)}, {hit(40, QStringLiteral("Ayu"), 1)}});
        const auto roles = QMetaEnum::fromType<SearchModel::Role>();
        QCOMPARE(shown.model.roleNames().size(), roles.keyCount());
        for (int i = 0; i < roles.keyCount(); ++i) {
            const QByteArray name = shown.model.roleNames().value(roles.value(i));
            QCOMPARE(name + "role", QByteArray(roles.key(i)).replace(0, 1, name.left(1)).replace("Role", "role"));
            QVERIFY(shown.at(0, roles.value(i)).isValid());
            QVERIFY(shown.at(1, roles.value(i)).isValid());
        }
    }

    void theLatestWordsWin()
    {
        Shown shown;
        shown.model.setWords(QStringLiteral("k"));
        shown.model.setWords(QStringLiteral("kr"));
        QCOMPARE(shown.asked.size(), 2);
        QVERIFY(shown.wordsAsked.front().promise.isCanceled());
        shown.answer(1, {{chatId(3)}, {}});
        QTRY_VERIFY(!shown.model.isSearching());
        shown.answer(0, {{chatId(1), chatId(2)}, {}});
        QCoreApplication::processEvents();
        QCOMPARE(shown.titles(), QStringList{QStringLiteral("Krakatau")});
    }

    void oldResultsStayUntilTheNewOnesCome()
    {
        Shown shown;
        shown.search(ayu, {{chatId(2), chatId(1)}, {hit(40, QStringLiteral("Ayu"), 1)}});
        const QPersistentModelIndex focus(shown.model.index(1));
        QSignalSpy reset(&shown.model, &SearchModel::modelReset);
        QSignalSpy removed(&shown.model, &SearchModel::rowsRemoved);
        shown.model.setWords(QStringLiteral("ayun"));
        QVERIFY(shown.model.isSearching());
        QCOMPARE(shown.model.count(), 3);
        shown.answerLast({{chatId(3), chatId(1)}, {}});
        QTRY_COMPARE(shown.titles(), (QStringList{QStringLiteral("Krakatau"), QStringLiteral("Ayunan")}));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(removed.count(), 2);
        QCOMPARE(focus.row(), 1);
        QCOMPARE(focus.data(SearchModel::ChatIdRole).toString(), chatId(1).toString());
        QCOMPARE(focus.data(SearchModel::MarksRole).value<QList<int>>(), (QList<int>{0, 4}));
    }

    void resultsAreArrangedAnew()
    {
        Shown shown;
        shown.search(ayu, {{chatId(1), chatId(2), chatId(3)}, {hit(40, QStringLiteral("A"), 1)}});
        shown.search(QStringLiteral("a"),
            {{chatId(3), chatId(1), chatId(2)}, {hit(41, QStringLiteral("B"), 1), hit(40, QStringLiteral("A"), 1)}});
        QCOMPARE(shown.titles(),
            (QStringList{QStringLiteral("Krakatau"), QStringLiteral("Ayunan"), QStringLiteral("Ayu Lestari"),
                QStringLiteral("B"), QStringLiteral("A")}));
    }

    void thousandsOfResultsAreShown()
    {
        Shown shown;
        SearchAnswer many;
        for (quint32 n = 1; n <= 50'000; ++n) {
            many.people << hit(n, QStringLiteral("Ayu"), 1);
        }
        shown.search(ayu, many);
        QCOMPARE(shown.model.count(), 50'000);
        shown.search(QStringLiteral("ayu l"), {{chatId(2)}, {hit(7, QStringLiteral("Ayu L"), 1)}});
        QCOMPARE(shown.model.count(), 2);
    }

    void blankWordsSearchNothing_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << "";
        QTest::newRow("white space") << " \t\n";
    }
    void blankWordsSearchNothing()
    {
        QFETCH(QString, words);
        Shown shown;
        shown.search(ayu, {{chatId(2)}, {}});
        QSignalSpy active(&shown.model, &SearchModel::activeChanged);
        shown.model.setWords(QStringLiteral("ayu l"));
        shown.model.setWords(words);
        QCOMPARE(shown.model.count(), 0);
        QVERIFY(!shown.model.isSearching());
        QVERIFY(!shown.model.isActive());
        QCOMPARE(active.count(), 1);
        QCOMPARE(shown.asked.size(), 2);
    }
};

QTEST_GUILESS_MAIN(tst_SearchModel)
#include "tst_SearchModel.moc"
