// SPDX-License-Identifier: MIT
#include "session/ListFeed.h"
#include "session/ScriptedServer.h"
#include "support/FakeClock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using session::ChatListChange;
using session::ListFeed;
using support::ScriptedServer;

namespace {

domain::ChatRow row(int number, int unread = 0)
{
    domain::ChatRow row;
    row.id = ScriptedServer::chatId(number);
    row.unreadCount = unread;
    return row;
}

struct Bench
{
    Bench()
    {
        auto opened = session::AccountData::open(
            storage::AccountFolder::of(folder.path(), QStringLiteral("server"), ScriptedServer::userId(900)));
        data = std::move(opened).value();
        choices = std::make_unique<session::Choices>(*data, known, clock);
        feed = std::make_unique<ListFeed>(*choices, clock);
        QObject::connect(feed.get(), &ListFeed::changed, feed.get(),
            [this](const ChatListChange &change) { batches.append(change); });
    }

    QTemporaryDir folder;
    support::FakeClock clock;
    session::KnownChats known;
    std::unique_ptr<session::AccountData> data;
    std::unique_ptr<session::Choices> choices;
    std::unique_ptr<ListFeed> feed;
    QList<ChatListChange> batches;
};

} // namespace

class tst_ListFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeGoesThroughAtOnce();
    void aFloodIsThirtyBatchesASecond();
    void ofOneChatTheLatestIsTold();
    void whatIsRemovedInAFloodIsNoNews();
    void storedRowsDoNotWaitAndOvertakeNothing();
    void whatThePersonChoseIsJoined();
};

void tst_ListFeed::aChangeGoesThroughAtOnce()
{
    Bench bench;
    bench.feed->take({{row(1)}, {ScriptedServer::chatId(2)}, {ScriptedServer::chatId(1)}});
    QCOMPARE(bench.batches.size(), 1);
    QCOMPARE(bench.batches.constFirst().changed, QList<domain::ChatRow>{row(1)});
    QCOMPARE(bench.batches.constFirst().removed, QList<domain::ChatId>{ScriptedServer::chatId(2)});
    QCOMPARE(bench.batches.constFirst().news, QList<domain::ChatId>{ScriptedServer::chatId(1)});
}

void tst_ListFeed::aFloodIsThirtyBatchesASecond()
{
    Bench bench;
    for (int millisecond = 0; millisecond < 3'000; ++millisecond) {
        for (int event = 0; event < 10; ++event) {
            bench.feed->take({{row(event)}, {}, {}});
        }
        bench.clock.advance(1ms);
    }
    QVERIFY2(bench.batches.size() <= ListFeed::burst + 91, qPrintable(QString::number(bench.batches.size())));
    QVERIFY(bench.batches.size() >= 90);
    // Afterwards all is as before.
    bench.clock.advance(2s);
    const qsizetype before = bench.batches.size();
    bench.feed->take({{row(1)}, {}, {}});
    QCOMPARE(bench.batches.size(), before + 1);
}

void tst_ListFeed::ofOneChatTheLatestIsTold()
{
    Bench bench;
    for (int number = 1; number <= ListFeed::burst + 100; ++number) {
        bench.feed->take({{row(7, number)}, {}, {ScriptedServer::chatId(7)}});
    }
    QCOMPARE(bench.batches.size(), ListFeed::burst);
    bench.clock.advance(ListFeed::interval);
    QCOMPARE(bench.batches.size(), ListFeed::burst + 1);
    QCOMPARE(bench.batches.constLast().changed, QList<domain::ChatRow>{row(7, ListFeed::burst + 100)});
    QCOMPARE(bench.batches.constLast().news.size(), 1);
}

void tst_ListFeed::whatIsRemovedInAFloodIsNoNews()
{
    Bench bench;
    for (int number = 0; number < ListFeed::burst; ++number) {
        bench.feed->take({{row(1)}, {}, {}});
    }
    bench.feed->take({{row(1), row(2)}, {}, {ScriptedServer::chatId(1), ScriptedServer::chatId(2)}});
    bench.feed->take({{}, {ScriptedServer::chatId(1)}, {}});
    bench.feed->take({{}, {ScriptedServer::chatId(3)}, {}});
    bench.feed->take({{row(3)}, {}, {}});
    bench.clock.advance(ListFeed::interval);
    const ChatListChange &last = bench.batches.constLast();
    QCOMPARE(last.changed.size(), 2);
    QCOMPARE(last.removed, QList<domain::ChatId>{ScriptedServer::chatId(1)});
    QCOMPARE(last.news, QList<domain::ChatId>{ScriptedServer::chatId(2)});
}

void tst_ListFeed::storedRowsDoNotWaitAndOvertakeNothing()
{
    Bench bench;
    for (int number = 0; number <= ListFeed::burst; ++number) {
        bench.feed->take({{row(1, 5)}, {}, {}});
    }
    bench.feed->show({row(1, 6)});
    QCOMPARE(bench.batches.size(), ListFeed::burst + 2);
    QCOMPARE(bench.batches.constLast().changed, QList<domain::ChatRow>{row(1, 6)});
    bench.clock.advance(1s);
    QCOMPARE(bench.batches.size(), ListFeed::burst + 2);
}

void tst_ListFeed::whatThePersonChoseIsJoined()
{
    Bench bench;
    bench.known.take(row(1));
    bench.choices->keepUnread(ScriptedServer::chatId(1), true);
    bench.feed->take({{row(1)}, {}, {}});
    QVERIFY(bench.batches.constLast().changed.constFirst().keptUnread);
    bench.feed->show({row(1), row(2)});
    QVERIFY(bench.batches.constLast().changed.at(0).keptUnread);
    QVERIFY(!bench.batches.constLast().changed.at(1).keptUnread);
}

QTEST_GUILESS_MAIN(tst_ListFeed)
#include "tst_ListFeed.moc"
