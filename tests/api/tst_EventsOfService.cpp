// SPDX-License-Identifier: MIT
#include "api/ServiceBench.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using support::ServiceBench;

namespace {

const QByteArray me = ServiceBench::me();
const QByteArray other = ServiceBench::other();
const QByteArray chatId = ServiceBench::chatId();

} // namespace

class tst_EventsOfService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<ServiceBench>(); }

    void newsOfMyChatsArriveTyped();
    void newsThatAreNotMineAreDropped_data();
    void newsThatAreNotMineAreDropped();
    void presenceArrivesTyped();
    void forgedPresenceIsDropped_data();
    void forgedPresenceIsDropped();
    void typingArrivesTyped();
    void forgedTypingIsDropped_data();
    void forgedTypingIsDropped();
    void nothingIsBelievedBeforeSuccess();
    void anErrorEventIsReportedAndEndsNothing();
    void eventsArriveOnceAfterTwentyReconnects();
    void aFloodOfForgeriesWarnsOnce_data();
    void aFloodOfForgeriesWarnsOnce();

private:
    std::unique_ptr<ServiceBench> m_bench;
};

void tst_EventsOfService::newsOfMyChatsArriveTyped()
{
    QSignalSpy spy(m_bench->service.get(), &api::Service::chatChanged);
    m_bench->signIn();
    m_bench->event("new_message:" + me,
        R"({"_id":")" + chatId + R"(","type":"group","title":"Bromo","last_message":"Halo","unread_count":3})");
    QCOMPARE(spy.size(), 1);
    const auto batch = spy[0][0].value<domain::ChatBatch>();
    QCOMPARE(batch.chats.size(), 1);
    QCOMPARE(batch.chats[0].id.toHex(), chatId);
    QCOMPARE(batch.chats[0].lastMessage, QStringLiteral("Halo"));
    QVERIFY(batch.chats[0].unreadCount == 3);
}

void tst_EventsOfService::newsThatAreNotMineAreDropped_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("argument");
    const QByteArray chat = R"({"_id":")" + chatId + R"("})";
    QTest::newRow("somebody else's") << "new_message:" + other << chat;
    QTest::newRow("without an id") << QByteArray("new_message:") << chat;
    QTest::newRow("with a bad id") << QByteArray("new_message:me") << chat;
    QTest::newRow("with more than an id") << "new_message:" + me + 'a' << chat;
    QTest::newRow("without a separator") << "new_message" + me << chat;
    QTest::newRow("no chat") << "new_message:" + me << QByteArray("null");
    QTest::newRow("a chat without an id") << "new_message:" + me << QByteArray(R"({"title":"x"})");
    QTest::newRow("a message's event") << "room_new_message:" + me << chat;
}

void tst_EventsOfService::newsThatAreNotMineAreDropped()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, argument);
    QSignalSpy spy(m_bench->service.get(), &api::Service::chatChanged);
    m_bench->signIn();
    m_bench->event(name, argument);
    QCOMPARE(spy.size(), 0);
    m_bench->event("new_message:" + me.toUpper(), R"({"_id":")" + chatId + R"("})");
    QCOMPARE(spy.size(), 1);
}

void tst_EventsOfService::presenceArrivesTyped()
{
    QSignalSpy spy(m_bench->service.get(), &api::Service::presenceChanged);
    m_bench->signIn();
    m_bench->event("online:" + other, R"({"online":true})");
    m_bench->event("online:" + other, R"({"online":false})");
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy[0][0].value<domain::UserId>().toHex(), other);
    QCOMPARE(spy[0][1].toBool(), true);
    QCOMPARE(spy[1][1].toBool(), false);
}

void tst_EventsOfService::forgedPresenceIsDropped_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("argument");
    QTest::newRow("no id") << QByteArray("online:") << QByteArray(R"({"online":true})");
    QTest::newRow("bad id") << QByteArray("online:everybody") << QByteArray(R"({"online":true})");
    QTest::newRow("no boolean") << "online:" + other << QByteArray(R"({"online":"yes"})");
    QTest::newRow("no object") << "online:" + other << QByteArray("true");
}

void tst_EventsOfService::forgedPresenceIsDropped()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, argument);
    QSignalSpy spy(m_bench->service.get(), &api::Service::presenceChanged);
    m_bench->signIn();
    m_bench->event(name, argument);
    QCOMPARE(spy.size(), 0);
    m_bench->event("online:" + other, R"({"online":true})");
    QCOMPARE(spy.size(), 1);
}

void tst_EventsOfService::typingArrivesTyped()
{
    QSignalSpy started(m_bench->service.get(), &api::Service::typingStarted);
    QSignalSpy ended(m_bench->service.get(), &api::Service::typingEnded);
    m_bench->signIn();
    m_bench->event("start_chat_action_" + chatId, R"({"message":"Njayen is typing..."})");
    m_bench->event("end_chat_action_" + chatId.toUpper(), R"({"message":null})");
    QCOMPARE(started.size(), 1);
    QCOMPARE(started[0][0].value<domain::ChatId>().toHex(), chatId);
    QCOMPARE(started[0][1].toString(), QStringLiteral("Njayen is typing..."));
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<domain::ChatId>().toHex(), chatId);
    QCOMPARE(ended[0][1].toString(), QString());
}

void tst_EventsOfService::forgedTypingIsDropped_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("argument");
    const QByteArray words = R"({"message":"x"})";
    QTest::newRow("no id") << QByteArray("start_chat_action_") << words;
    QTest::newRow("bad id") << QByteArray("start_chat_action_everywhere") << words;
    QTest::newRow("an id of zeros") << "start_chat_action_" + QByteArray(24, '0') << words;
    QTest::newRow("more than an id") << "start_chat_action_" + chatId + '0' << words;
    QTest::newRow("less than an id") << "end_chat_action_" + chatId.chopped(1) << words;
    QTest::newRow("another separator") << "start_chat_action:" + chatId << words;
    QTest::newRow("another case") << "Start_chat_action_" + chatId << words;
    QTest::newRow("another prefix") << "restart_chat_action_" + chatId << words;
    QTest::newRow("bare words") << "start_chat_action_" + chatId << QByteArray(R"("x")");
    QTest::newRow("null") << "end_chat_action_" + chatId << QByteArray("null");
}

void tst_EventsOfService::forgedTypingIsDropped()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, argument);
    QSignalSpy started(m_bench->service.get(), &api::Service::typingStarted);
    QSignalSpy ended(m_bench->service.get(), &api::Service::typingEnded);
    m_bench->signIn();
    m_bench->event(name, argument);
    QCOMPARE(started.size(), 0);
    QCOMPARE(ended.size(), 0);
    m_bench->event("start_chat_action_" + chatId, R"({"message":"x"})");
    QCOMPARE(started.size(), 1);
}

void tst_EventsOfService::nothingIsBelievedBeforeSuccess()
{
    QSignalSpy news(m_bench->service.get(), &api::Service::chatChanged);
    QSignalSpy presence(m_bench->service.get(), &api::Service::presenceChanged);
    QSignalSpy typing(m_bench->service.get(), &api::Service::typingStarted);
    m_bench->connectNow();
    m_bench->event("new_message:" + me, R"({"_id":")" + chatId + R"("})");
    m_bench->event("online:" + other, R"({"online":true})");
    m_bench->event("start_chat_action_" + chatId, R"({"message":"x"})");
    QCOMPARE(news.size(), 0);
    QCOMPARE(presence.size(), 0);
    QCOMPARE(typing.size(), 0);
    m_bench->event("success", R"({"user":{"_id":")" + me + R"("}})");
    m_bench->event("new_message:" + me, R"({"_id":")" + chatId + R"("})");
    m_bench->event("online:" + other, R"({"online":true})");
    QCOMPARE(news.size(), 1);
    QCOMPARE(presence.size(), 1);
}

void tst_EventsOfService::anErrorEventIsReportedAndEndsNothing()
{
    QSignalSpy errors(m_bench->service.get(), &api::Service::errorReported);
    QSignalSpy refusals(m_bench->service.get(), &api::Service::refused);
    m_bench->signIn();
    m_bench->event("error", R"({"error":true,"code":"INVALID_TOKEN","message":"You are out"})");
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors[0][0].toString(), QStringLiteral("You are out"));
    QCOMPARE(refusals.size(), 0);
    QVERIFY(m_bench->client->isConnected());
}

void tst_EventsOfService::eventsArriveOnceAfterTwentyReconnects()
{
    QSignalSpy spy(m_bench->service.get(), &api::Service::signedIn);
    QSignalSpy news(m_bench->service.get(), &api::Service::chatChanged);
    for (int i = 0; i < 20; ++i) {
        m_bench->signIn();
        m_bench->wire.close();
    }
    m_bench->signIn();
    m_bench->event("new_message:" + me, R"({"_id":")" + chatId + R"("})");
    QCOMPARE(spy.size(), 21);
    QCOMPARE(news.size(), 1);
}

void tst_EventsOfService::aFloodOfForgeriesWarnsOnce_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("warning");
    QTest::newRow("news") << "new_message:" + other
                          << QByteArray("dropped a new_message event: not mine, or no chat with a valid id");
    QTest::newRow("presence") << "online:" + other
                              << QByteArray("dropped an online event: no valid user id, or no boolean");
    QTest::newRow("typing") << QByteArray("start_chat_action_x")
                            << QByteArray("dropped a typing event: no valid chat id, or no object");
}

void tst_EventsOfService::aFloodOfForgeriesWarnsOnce()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, warning);
    m_bench->signIn();
    QTest::ignoreMessage(QtWarningMsg, warning.constData());
    QTest::failOnWarning(QRegularExpression(QStringLiteral("dropped")));
    for (int i = 0; i < 10'000; ++i) {
        m_bench->event(name, "{}");
    }
}

QTEST_GUILESS_MAIN(tst_EventsOfService)
#include "tst_EventsOfService.moc"
