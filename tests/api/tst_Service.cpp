// SPDX-License-Identifier: MIT
#include "api/Service.h"
#include "support/FakeClock.h"
#include "support/FakeTransport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace std::chrono_literals;

namespace {

const QByteArray me = "5b01c0ffee000000000000b2";
const QByteArray other = "5b01c0ffee000000000000b1";
const QByteArray chatId = "5b01c0ffee00000000000a01";

template <class Id> Id idOf(const QByteArray &hex)
{
    return Id::fromHex(hex.toStdString()).value();
}

/// What a request ended with; null as long as it has not ended.
template <class T> using Ended = std::shared_ptr<std::optional<api::Answer<T>>>;

template <class T> Ended<T> notEnded()
{
    return std::make_shared<std::optional<api::Answer<T>>>();
}

} // namespace

class tst_Service : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void successSignsIn();
    void aSecondSuccessIsIgnored_data();
    void aSecondSuccessIsIgnored();
    void aMalformedSuccessIsDropped();
    void newsOfMyChatsArriveTyped();
    void newsThatAreNotMineAreDropped_data();
    void newsThatAreNotMineAreDropped();
    void presenceArrivesTyped();
    void forgedPresenceIsDropped_data();
    void forgedPresenceIsDropped();
    void nothingIsBelievedBeforeSuccess();
    void anErrorEventIsReportedAndEndsNothing();
    void aRefusalIsTold_data();
    void aRefusalIsTold();
    void everyConnectionSignsInAnew();
    void eventsArriveOnceAfterTwentyReconnects();
    void fetchesChats();
    void fetchesAUsersStatus();
    void joinsAndLeavesARoom();
    void requestsWithoutAConnectionFailAtOnce();
    void aRequestEndsWhenTheConnectionDoes();
    void aRequestEndsAtItsDeadline();
    void aRejectionCarriesTheServersWords();
    void anAnswerForADeadContextIsNotDelivered();
    void anAnswerAfterTheServiceDiedIsNotDelivered();
    void aFloodOfForgeriesWarnsOnce();

private:
    void connectNow();
    void signIn();
    void event(const QByteArray &name, const QByteArray &argument);
    /// The id and the rest of the one packet sent: `42<id>[…]`.
    std::pair<QByteArray, QByteArray> takeRequest();
    void answer(const QByteArray &ackId, const QByteArray &argument);
    Ended<api::ChatPage> fetchChats(QObject *context = nullptr);

    std::unique_ptr<support::FakeClock> m_clock;
    std::unique_ptr<support::FakeWire> m_wire;
    std::unique_ptr<socketio::Client> m_client;
    std::unique_ptr<api::Service> m_service;
};

void tst_Service::init()
{
    m_clock = std::make_unique<support::FakeClock>();
    m_wire = std::make_unique<support::FakeWire>();
    socketio::ClientOptions options;
    options.server = QUrl(QStringLiteral("http://127.0.0.1"));
    options.engine = socketio::EngineVersion::V3;
    m_client = std::make_unique<socketio::Client>(options, m_wire->factory(), *m_clock);
    m_service = std::make_unique<api::Service>(*m_client);
}

void tst_Service::cleanup()
{
    m_service.reset();
    m_client.reset();
    m_wire.reset();
    m_clock.reset();
}

void tst_Service::connectNow()
{
    m_client->open();
    m_client->retryNow();
    m_wire->accept();
    m_wire->inject(R"(0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":5000})");
    m_wire->inject("40");
    QVERIFY(m_client->isConnected());
    m_wire->takeSent();
}

void tst_Service::signIn()
{
    connectNow();
    event("success", R"({"message":"hi","user":{"_id":")" + me + R"(","name":"Budi"}})");
}

void tst_Service::event(const QByteArray &name, const QByteArray &argument)
{
    m_wire->inject("42[\"" + name + "\"," + argument + ']');
}

std::pair<QByteArray, QByteArray> tst_Service::takeRequest()
{
    const QList<QByteArray> sent = m_wire->takeSent();
    static const QRegularExpression request(QStringLiteral("^42(\\d*)(\\[.*\\])$"));
    const auto match = request.match(QString::fromUtf8(sent.value(0)));
    if (sent.size() != 1 || !match.hasMatch()) {
        return {"nothing", {}};
    }
    return {match.captured(1).toUtf8(), match.captured(2).toUtf8()};
}

void tst_Service::answer(const QByteArray &ackId, const QByteArray &argument)
{
    m_wire->inject("43" + ackId + '[' + argument + ']');
}

Ended<api::ChatPage> tst_Service::fetchChats(QObject *context)
{
    auto ended = notEnded<api::ChatPage>();
    m_service->fetchChats({0, 20}, context ? context : this,
        [ended](api::Answer<api::ChatPage> page) { ended->emplace(std::move(page)); });
    return ended;
}

void tst_Service::successSignsIn()
{
    QSignalSpy spy(m_service.get(), &api::Service::signedIn);
    signIn();
    QCOMPARE(spy.size(), 1);
    const auto who = spy[0][0].value<api::SignedIn>();
    QCOMPARE(who.me.id.toHex(), me);
    QCOMPARE(who.me.name, QStringLiteral("Budi"));
}

void tst_Service::aSecondSuccessIsIgnored_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("naming me") << me;
    QTest::newRow("naming another") << other;
}

void tst_Service::aSecondSuccessIsIgnored()
{
    QFETCH(const QByteArray, id);
    QSignalSpy spy(m_service.get(), &api::Service::signedIn);
    QSignalSpy news(m_service.get(), &api::Service::chatChanged);
    signIn();
    event("success", R"({"user":{"_id":")" + id + R"("}})");
    QCOMPARE(spy.size(), 1);
    event("new_message:" + me, R"({"_id":")" + chatId + R"("})");
    QCOMPARE(news.size(), 1);
}

void tst_Service::aMalformedSuccessIsDropped()
{
    QSignalSpy spy(m_service.get(), &api::Service::signedIn);
    connectNow();
    event("success", R"({"user":{"_id":"nobody"}})");
    QCOMPARE(spy.size(), 0);
    event("success", R"({"user":{"_id":")" + me + R"("}})");
    QCOMPARE(spy.size(), 1);
}

void tst_Service::newsOfMyChatsArriveTyped()
{
    QSignalSpy spy(m_service.get(), &api::Service::chatChanged);
    signIn();
    event("new_message:" + me,
        R"({"_id":")" + chatId + R"(","type":"group","title":"Bromo","last_message":"Halo","unread_count":3})");
    QCOMPARE(spy.size(), 1);
    const auto batch = spy[0][0].value<domain::ChatBatch>();
    QCOMPARE(batch.chats.size(), 1);
    QCOMPARE(batch.chats[0].id.toHex(), chatId);
    QCOMPARE(batch.chats[0].lastMessage, QStringLiteral("Halo"));
    QVERIFY(batch.chats[0].unreadCount == 3);
}

void tst_Service::newsThatAreNotMineAreDropped_data()
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

void tst_Service::newsThatAreNotMineAreDropped()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, argument);
    QSignalSpy spy(m_service.get(), &api::Service::chatChanged);
    signIn();
    event(name, argument);
    QCOMPARE(spy.size(), 0);
    event("new_message:" + me.toUpper(), R"({"_id":")" + chatId + R"("})");
    QCOMPARE(spy.size(), 1);
}

void tst_Service::presenceArrivesTyped()
{
    QSignalSpy spy(m_service.get(), &api::Service::presenceChanged);
    signIn();
    event("online:" + other, R"({"online":true})");
    event("online:" + other, R"({"online":false})");
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy[0][0].value<domain::UserId>().toHex(), other);
    QCOMPARE(spy[0][1].toBool(), true);
    QCOMPARE(spy[1][1].toBool(), false);
}

void tst_Service::forgedPresenceIsDropped_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("argument");
    QTest::newRow("no id") << QByteArray("online:") << QByteArray(R"({"online":true})");
    QTest::newRow("bad id") << QByteArray("online:everybody") << QByteArray(R"({"online":true})");
    QTest::newRow("no boolean") << "online:" + other << QByteArray(R"({"online":"yes"})");
    QTest::newRow("no object") << "online:" + other << QByteArray("true");
}

void tst_Service::forgedPresenceIsDropped()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, argument);
    QSignalSpy spy(m_service.get(), &api::Service::presenceChanged);
    signIn();
    event(name, argument);
    QCOMPARE(spy.size(), 0);
    event("online:" + other, R"({"online":true})");
    QCOMPARE(spy.size(), 1);
}

void tst_Service::nothingIsBelievedBeforeSuccess()
{
    QSignalSpy news(m_service.get(), &api::Service::chatChanged);
    QSignalSpy presence(m_service.get(), &api::Service::presenceChanged);
    connectNow();
    event("new_message:" + me, R"({"_id":")" + chatId + R"("})");
    event("online:" + other, R"({"online":true})");
    QCOMPARE(news.size(), 0);
    QCOMPARE(presence.size(), 0);
    event("success", R"({"user":{"_id":")" + me + R"("}})");
    event("new_message:" + me, R"({"_id":")" + chatId + R"("})");
    event("online:" + other, R"({"online":true})");
    QCOMPARE(news.size(), 1);
    QCOMPARE(presence.size(), 1);
}

void tst_Service::anErrorEventIsReportedAndEndsNothing()
{
    QSignalSpy errors(m_service.get(), &api::Service::errorReported);
    QSignalSpy refusals(m_service.get(), &api::Service::refused);
    signIn();
    event("error", R"({"error":true,"code":"INVALID_TOKEN","message":"You are out"})");
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors[0][0].toString(), QStringLiteral("You are out"));
    QCOMPARE(refusals.size(), 0);
    QVERIFY(m_client->isConnected());
}

void tst_Service::aRefusalIsTold_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<bool>("isFinal");
    QTest::newRow("generation 2, a code") << QByteArray(R"(44"INVALID_TOKEN")") << true;
    QTest::newRow("generation 2, an object") << QByteArray(R"(44{"code":"ACCOUNT_SUSPENDED","message":"x"})") << true;
    QTest::newRow("a middleware's message") << QByteArray(R"(44{"message":"INVALID_TOKEN"})") << true;
    QTest::newRow("words") << QByteArray(R"(44"Try later")") << false;
    QTest::newRow("nothing") << QByteArray("44") << false;
}

void tst_Service::aRefusalIsTold()
{
    QFETCH(const QByteArray, packet);
    QFETCH(const bool, isFinal);
    QSignalSpy spy(m_service.get(), &api::Service::refused);
    m_client->open();
    m_wire->accept();
    m_wire->inject(R"(0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":5000})");
    m_wire->inject(packet);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<api::Refusal>().isFinal, isFinal);
}

void tst_Service::everyConnectionSignsInAnew()
{
    QSignalSpy spy(m_service.get(), &api::Service::signedIn);
    QSignalSpy news(m_service.get(), &api::Service::chatChanged);
    signIn();
    m_wire->close();
    connectNow();
    event("new_message:" + me, R"({"_id":")" + chatId + R"("})");
    QCOMPARE(news.size(), 0);
    event("success", R"({"user":{"_id":")" + other + R"("}})");
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy[1][0].value<api::SignedIn>().me.id.toHex(), other);
    event("new_message:" + other, R"({"_id":")" + chatId + R"("})");
    QCOMPARE(news.size(), 1);
}

void tst_Service::eventsArriveOnceAfterTwentyReconnects()
{
    QSignalSpy spy(m_service.get(), &api::Service::signedIn);
    QSignalSpy news(m_service.get(), &api::Service::chatChanged);
    for (int i = 0; i < 20; ++i) {
        signIn();
        m_wire->close();
    }
    signIn();
    event("new_message:" + me, R"({"_id":")" + chatId + R"("})");
    QCOMPARE(spy.size(), 21);
    QCOMPARE(news.size(), 1);
}

void tst_Service::fetchesChats()
{
    signIn();
    auto ended = notEnded<api::ChatPage>();
    m_service->fetchChats(
        {40, 25}, this, [ended](api::Answer<api::ChatPage> page) { ended->emplace(std::move(page)); });
    const auto [ackId, request] = takeRequest();
    const QJsonArray sent = QJsonDocument::fromJson(request).array();
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[0].toString(), QStringLiteral("get_list_chat"));
    QCOMPARE(sent[1].toObject(),
        (QJsonObject{{QStringLiteral("offset"), 40}, {QStringLiteral("limit"), 25},
            {QStringLiteral("sort"), QStringLiteral("-last_message_date")}}));
    QVERIFY(!*ended);
    answer(ackId, R"({"error":false,"data":[{"_id":")" + chatId + R"("},{"_id":"bad"}]})");
    QVERIFY(*ended && **ended);
    QCOMPARE((**ended)->received, 2);
    QCOMPARE((**ended)->batch.chats.size(), 1);
}

void tst_Service::fetchesAUsersStatus()
{
    signIn();
    auto ended = notEnded<domain::Presence>();
    m_service->fetchUserStatus(idOf<domain::UserId>(other), this,
        [ended](api::Answer<domain::Presence> presence) { ended->emplace(std::move(presence)); });
    const auto [ackId, request] = takeRequest();
    QCOMPARE(request, R"(["get_user_status",")" + other + R"("])");
    answer(ackId, R"({"error":false,"data":{"_id":")" + other + R"(","status":{"online":true}}})");
    QVERIFY(*ended && **ended);
    QVERIFY((**ended)->online);
}

void tst_Service::joinsAndLeavesARoom()
{
    signIn();
    const auto chat = idOf<domain::ChatId>(chatId);
    QVERIFY(m_service->joinRoom(chat));
    QCOMPARE(takeRequest(), std::pair(QByteArray(), QByteArray(R"(["join_room",")" + chatId + R"("])")));
    QVERIFY(m_service->leaveRoom(chat));
    QCOMPARE(takeRequest(), std::pair(QByteArray(), QByteArray(R"(["leave_room",")" + chatId + R"("])")));
}

void tst_Service::requestsWithoutAConnectionFailAtOnce()
{
    const auto ended = fetchChats();
    QTRY_VERIFY(*ended);
    QVERIFY(!**ended);
    QCOMPARE((*ended)->error().kind, api::ErrorKind::NotConnected);
    QVERIFY(!m_service->joinRoom(idOf<domain::ChatId>(chatId)));
    QVERIFY(!m_service->leaveRoom(idOf<domain::ChatId>(chatId)));
}

void tst_Service::aRequestEndsWhenTheConnectionDoes()
{
    signIn();
    const auto ended = fetchChats();
    QVERIFY(!*ended);
    m_wire->close();
    QVERIFY(*ended && !**ended);
    QCOMPARE((*ended)->error().kind, api::ErrorKind::Disconnected);
}

void tst_Service::aRequestEndsAtItsDeadline()
{
    signIn();
    const auto ended = fetchChats();
    m_clock->advance(14'999ms);
    QVERIFY(!*ended);
    m_clock->advance(1ms);
    QVERIFY(*ended && !**ended);
    QCOMPARE((*ended)->error().kind, api::ErrorKind::TimedOut);
}

void tst_Service::aRejectionCarriesTheServersWords()
{
    signIn();
    const auto ended = fetchChats();
    answer(takeRequest().first, R"({"error":true,"code":"PARAMETER_WRONG","message":"No such sort"})");
    QVERIFY(*ended && !**ended);
    QVERIFY((*ended)->error()
        == (api::Error{api::ErrorKind::Rejected, QStringLiteral("No such sort"), QStringLiteral("PARAMETER_WRONG")}));
}

void tst_Service::anAnswerForADeadContextIsNotDelivered()
{
    signIn();
    auto context = std::make_unique<QObject>();
    const auto ended = fetchChats(context.get());
    context.reset();
    answer(takeRequest().first, R"({"error":false,"data":[]})");
    QVERIFY(!*ended);
}

void tst_Service::anAnswerAfterTheServiceDiedIsNotDelivered()
{
    signIn();
    const auto ended = fetchChats();
    m_service.reset();
    answer(takeRequest().first, R"({"error":false,"data":[]})");
    QVERIFY(!*ended);
}

void tst_Service::aFloodOfForgeriesWarnsOnce()
{
    signIn();
    QTest::ignoreMessage(QtWarningMsg, "dropped a new_message event: not mine, or no chat with a valid id");
    QTest::failOnWarning(QRegularExpression(QStringLiteral("dropped")));
    for (int i = 0; i < 100; ++i) {
        event("new_message:" + other, "{}");
    }
}

QTEST_GUILESS_MAIN(tst_Service)
#include "tst_Service.moc"
