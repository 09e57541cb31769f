// SPDX-License-Identifier: MIT
#include "session/ChatPass.h"
#include "session/ScriptedServer.h"

#include <QTest>

#include <algorithm>

using session::ChatPass;
using support::ScriptedServer;

namespace {

QList<domain::ChatId> listOf(int count)
{
    QList<domain::ChatId> ids;
    for (int number = 1; number <= count; ++number) {
        ids.append(ScriptedServer::chatId(number));
    }
    return ids;
}

api::ChatPage pageOf(const QList<domain::ChatId> &list, int offset, int cap)
{
    api::ChatPage page;
    for (const domain::ChatId id : list.mid(std::min<qsizetype>(offset, list.size()), cap)) {
        domain::Chat chat;
        chat.id = id;
        page.batch.chats.append(chat);
    }
    page.received = static_cast<int>(page.batch.chats.size());
    return page;
}

} // namespace

class tst_ChatPass : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChatIsSeenWhateverTheServersCap_data();
    void everyChatIsSeenWhateverTheServersCap();
    void anEmptyPageIsTheEnd();
    void chatsThatPushTheListDownAreADisturbance();
    void aListThatMovesUpByLessThanTheOverlapSkipsNothing();
    void aListThatMovesUpByMoreThanTheOverlapIsReadAgain();
    void aServerThatIgnoresTheOffsetIsNotAskedForEver();
    void aListThatNeverMeetsItselfEndsAllTheSame();
    void anUnreadableEntryIsADisturbance();
    void aShortPageInTheMiddleIsADisturbance();
    void jumpingIsADisturbance();
};

void tst_ChatPass::everyChatIsSeenWhateverTheServersCap_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("cap");
    QTest::addColumn<bool>("undisturbed");
    QTest::newRow("57 by 20") << 57 << 20 << true;
    QTest::newRow("57 by 7") << 57 << 7 << true;
    QTest::newRow("57 by 6") << 57 << 6 << true;
    QTest::newRow("57 by 5") << 57 << 5 << true;
    QTest::newRow("57 by 2") << 57 << 2 << true;
    QTest::newRow("57 one by one cannot be checked") << 57 << 1 << false;
    QTest::newRow("exactly a page") << 20 << 20 << true;
    QTest::newRow("one more than a page") << 21 << 20 << true;
    QTest::newRow("a single chat") << 1 << 20 << true;
    QTest::newRow("none") << 0 << 20 << true;
    QTest::newRow("5000 by 20") << 5000 << 20 << true;
}

void tst_ChatPass::everyChatIsSeenWhateverTheServersCap()
{
    QFETCH(int, count);
    QFETCH(int, cap);
    QFETCH(bool, undisturbed);
    const auto list = listOf(count);
    ChatPass pass;
    int questions = 1;
    while (pass.take(pageOf(list, pass.offset(), cap)) == ChatPass::Step::More) {
        QVERIFY(++questions < 2 * count + 10);
    }
    QCOMPARE(pass.seen(), QSet<domain::ChatId>(list.begin(), list.end()));
    QCOMPARE(pass.isUndisturbed(), undisturbed);
}

void tst_ChatPass::anEmptyPageIsTheEnd()
{
    ChatPass pass;
    QCOMPARE(pass.take({}), ChatPass::Step::End);
    QVERIFY(pass.isUndisturbed());
    QCOMPARE(pass.pages(), 0);
}

void tst_ChatPass::chatsThatPushTheListDownAreADisturbance()
{
    auto list = listOf(40);
    ChatPass pass;
    QCOMPARE(pass.take(pageOf(list, 0, 20)), ChatPass::Step::More);
    list.prepend(ScriptedServer::chatId(500));
    QCOMPARE(pass.take(pageOf(list, pass.offset(), 20)), ChatPass::Step::More);
    QVERIFY(!pass.isUndisturbed());
    while (pass.take(pageOf(list, pass.offset(), 20)) == ChatPass::Step::More) { }
    for (int number = 1; number <= 40; ++number) {
        QVERIFY(pass.seen().contains(ScriptedServer::chatId(number)));
    }
}

void tst_ChatPass::aListThatMovesUpByLessThanTheOverlapSkipsNothing()
{
    auto list = listOf(60);
    ChatPass pass;
    QCOMPARE(pass.take(pageOf(list, 0, 20)), ChatPass::Step::More);
    list.remove(0, 4);
    while (pass.take(pageOf(list, pass.offset(), 20)) == ChatPass::Step::More) { }
    QVERIFY(!pass.isUndisturbed());
    QCOMPARE(pass.seen().size(), 60);
}

void tst_ChatPass::aListThatMovesUpByMoreThanTheOverlapIsReadAgain()
{
    auto list = listOf(60);
    ChatPass pass;
    QCOMPARE(pass.take(pageOf(list, 0, 20)), ChatPass::Step::More);
    list.remove(0, 12);
    int questions = 0;
    while (pass.take(pageOf(list, pass.offset(), 20)) == ChatPass::Step::More) {
        QVERIFY(++questions < 20);
    }
    QVERIFY(!pass.isUndisturbed());
    QCOMPARE(pass.seen().size(), 60);
}

void tst_ChatPass::aServerThatIgnoresTheOffsetIsNotAskedForEver()
{
    const auto list = listOf(20);
    ChatPass pass;
    int questions = 1;
    while (pass.take(pageOf(list, 0, 20)) == ChatPass::Step::More) {
        QVERIFY(++questions < 20);
    }
    QVERIFY(!pass.isUndisturbed());
}

void tst_ChatPass::aListThatNeverMeetsItselfEndsAllTheSame()
{
    // Each page holds chats never seen: the worst that an unsorted list can do.
    const auto list = listOf(2000);
    ChatPass pass;
    int questions = 0;
    for (int from = 0; from < 2000; from += 20) {
        ++questions;
        if (pass.take(pageOf(list, from, 20)) == ChatPass::Step::End) {
            break;
        }
    }
    QCOMPARE(questions, 100);
    QVERIFY(pass.offset() > 1000);
    QVERIFY(!pass.isUndisturbed());
    QCOMPARE(pass.take({}), ChatPass::Step::End);
}

void tst_ChatPass::anUnreadableEntryIsADisturbance()
{
    auto page = pageOf(listOf(19), 0, 20);
    page.received = 20;
    ChatPass pass;
    QCOMPARE(pass.take(page), ChatPass::Step::More);
    QCOMPARE(pass.offset(), 15);
    QVERIFY(!pass.isUndisturbed());
}

void tst_ChatPass::aShortPageInTheMiddleIsADisturbance()
{
    const auto list = listOf(60);
    ChatPass pass;
    QCOMPARE(pass.take(pageOf(list, 0, 20)), ChatPass::Step::More);
    QCOMPARE(pass.take(pageOf(list, pass.offset(), 11)), ChatPass::Step::More);
    QVERIFY(pass.isUndisturbed());
    QCOMPARE(pass.take(pageOf(list, pass.offset(), 20)), ChatPass::Step::More);
    QVERIFY(!pass.isUndisturbed());
}

void tst_ChatPass::jumpingIsADisturbance()
{
    ChatPass pass;
    pass.jumpTo(300);
    QCOMPARE(pass.offset(), 300);
    QVERIFY(!pass.isUndisturbed());
}

QTEST_GUILESS_MAIN(tst_ChatPass)
#include "tst_ChatPass.moc"
