// SPDX-License-Identifier: MIT
#include "session/ChatSync.h"
#include "session/ListFeed.h"
#include "session/SessionBench.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace std::chrono_literals;
using support::ScriptedServer;
using support::SessionBench;

namespace {

/// Chat `number` with a message of minute `minute` after the newest that the server begins with.
QJsonObject written(int number, int minute, int unread = 1)
{
    QJsonObject chat = ScriptedServer::group(number);
    const auto at = QDateTime(QDate(2031, 1, 1), QTime(0, 0), Qt::UTC).addSecs(60 * minute);
    chat.insert(QStringLiteral("last_message_date"), at.toString(Qt::ISODateWithMs));
    chat.insert(QStringLiteral("last_message"), QStringLiteral("minute %1").arg(minute));
    chat.insert(QStringLiteral("unread_count"), unread);
    return chat;
}

class Listener : public QObject
{
public:
    explicit Listener(session::Session &session)
    {
        connect(&session, &session::Session::chatsChanged, this, [this](const session::ChatListChange &change) {
            ++batches;
            for (const domain::ChatId chat : change.news) {
                bool found = false;
                for (const domain::ChatRow &row : change.changed) {
                    found = found || row.id == chat;
                }
                strays += found ? 0 : 1;
                news.append(chat);
            }
        });
    }

    QList<domain::ChatId> news;
    int batches = 0;
    int strays = 0; ///< news that are not among what changed
};

} // namespace

class tst_News : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventIsNews_data();
    void anEventIsNews();
    void pagesAreNewsOfKnownChatsOnly();
    void theStoredListIsNoNews();
    void aFloodIsStoredTogetherAndToldInFewBatches();
    void aFloodKeepsTheLatestOfEachChat();
    void membersThatALaterEventLeavesOutStay();
    void anEndlessListPauses();
};

void tst_News::anEventIsNews_data()
{
    QTest::addColumn<QJsonObject>("chat");
    QTest::addColumn<bool>("isNews");
    QTest::newRow("somebody wrote") << written(3, 5) << true;
    QTest::newRow("somebody wrote in a chat not known before") << written(77, 5) << true;
    QTest::newRow("it is read already") << written(3, 5, 0) << false;
    QTest::newRow("a chat not known before, read") << written(77, 5, 0) << false;
    QTest::newRow("the date went back") << written(3, -10'000'000) << false;
    QJsonObject renamed = ScriptedServer::group(3);
    renamed.insert(QStringLiteral("title"), QStringLiteral("Renamed"));
    renamed.insert(QStringLiteral("unread_count"), 4);
    QTest::newRow("only the title is new") << renamed << false;
}

void tst_News::anEventIsNews()
{
    QFETCH(QJsonObject, chat);
    QFETCH(bool, isNews);
    SessionBench bench;
    bench.server.fill(5);
    bench.signIn();
    bench.settle();
    const Listener listener(*bench.session);
    bench.server.tell(chat);
    bench.settle();
    QVERIFY(listener.batches > 0);
    QCOMPARE(listener.news.size(), isNews ? 1 : 0);
    QCOMPARE(listener.strays, 0);
    // Told again it is none.
    bench.server.tell(chat);
    bench.settle();
    QCOMPARE(listener.news.size(), isNews ? 1 : 0);
}

void tst_News::pagesAreNewsOfKnownChatsOnly()
{
    SessionBench bench;
    const Listener first(*bench.session);
    bench.server.put(written(1, 1));
    bench.server.put(written(2, 2));
    bench.signIn();
    bench.settle();
    QCOMPARE(bench.screen->rows.size(), 2);
    QVERIFY(first.news.isEmpty());
    bench.server.reachable = false;
    bench.server.loseConnection();
    bench.settle();
    bench.server.put(written(1, 10));
    bench.server.put(written(3, 11));
    bench.server.reachable = true;
    bench.pass(60s);
    QCOMPARE(bench.screen->rows.size(), 3);
    QCOMPARE(first.news, QList<domain::ChatId>{ScriptedServer::chatId(1)});
}

void tst_News::theStoredListIsNoNews()
{
    SessionBench bench;
    bench.server.put(written(1, 1));
    bench.signIn();
    bench.settle();
    bench.server.reachable = false;
    bench.restart();
    const Listener listener(*bench.session);
    bench.signIn();
    bench.settle();
    QCOMPARE(listener.batches, 1);
    QVERIFY(listener.news.isEmpty());
}

void tst_News::aFloodIsStoredTogetherAndToldInFewBatches()
{
    SessionBench bench;
    bench.server.fill(50);
    bench.signIn();
    bench.pass(20s);
    const Listener listener(*bench.session);
    for (int message = 0; message < 5'000; ++message) {
        bench.server.tell(written(1 + message % 50, message));
    }
    bench.settle();
    bench.pass(session::ListFeed::interval);
    QVERIFY2(listener.batches <= session::ListFeed::burst + 2, qPrintable(QString::number(listener.batches)));
    QCOMPARE(bench.screen->order(), bench.serverOrder());
    QCOMPARE(bench.screen->rows.value(ScriptedServer::chatId(50)).preview, QStringLiteral("minute 4999"));
}

void tst_News::aFloodKeepsTheLatestOfEachChat()
{
    SessionBench bench;
    bench.server.fill(3);
    bench.signIn();
    bench.settle();
    const Listener listener(*bench.session);
    for (int message = 1; message <= 500; ++message) {
        bench.server.tell(written(2, message, message));
    }
    bench.settle();
    QCOMPARE(bench.screen->rows.value(ScriptedServer::chatId(2)).unreadCount, 500);
    QVERIFY(listener.news.contains(ScriptedServer::chatId(2)));
    QVERIFY2(listener.batches <= 3, qPrintable(QString::number(listener.batches)));
}

void tst_News::membersThatALaterEventLeavesOutStay()
{
    SessionBench bench;
    bench.server.fill(3);
    bench.signIn();
    bench.settle();
    bench.server.tell(written(77, 1));
    QJsonObject bare = written(77, 2);
    bare.remove(QStringLiteral("members"));
    bench.server.tell(bare);
    bench.settle();
    const auto row = bench.screen->rows.value(ScriptedServer::chatId(77));
    QCOMPARE(row.preview, QStringLiteral("minute 2"));
    QCOMPARE(row.memberCount, 3);
}

void tst_News::anEndlessListPauses()
{
    SessionBench bench;
    bench.server.fill(5);
    bench.signIn();
    bench.pass(10s);
    bench.server.reachable = false;
    bench.server.loseConnection();
    bench.settle();
    // Each page is of chats that nobody has heard of.
    int next = 1'000;
    bench.server.listAnswer = [&next](const QJsonObject &) {
        QJsonArray page;
        for (int chat = 0; chat < 20; ++chat) {
            page.append(ScriptedServer::group(next++));
        }
        const QJsonObject answer{{QStringLiteral("error"), false}, {QStringLiteral("data"), page}};
        return std::optional(QByteArray(QJsonDocument(answer).toJson(QJsonDocument::Compact)));
    };
    bench.server.forgetAsked();
    bench.server.reachable = true;
    bench.passUntilNextConnection();
    QCOMPARE(bench.server.asked("get_list_chat"), session::ChatSync::pagesInARow);
    bench.pass(session::ChatSync::pagePause);
    QVERIFY(bench.server.asked("get_list_chat") > session::ChatSync::pagesInARow);
}

QTEST_GUILESS_MAIN(tst_News)
#include "tst_News.moc"
