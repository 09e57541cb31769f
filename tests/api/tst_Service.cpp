// SPDX-License-Identifier: MIT
#include "api/ServiceBench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

using support::ServiceBench;

namespace {

const QByteArray me = ServiceBench::me();
const QByteArray other = ServiceBench::other();
const QByteArray chatId = ServiceBench::chatId();

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
    void init() { m_bench = std::make_unique<ServiceBench>(); }

    void successSignsIn();
    void aSecondSuccessIsIgnored_data();
    void aSecondSuccessIsIgnored();
    void aMalformedSuccessIsDropped();
    void aRefusalIsTold_data();
    void aRefusalIsTold();
    void everyConnectionSignsInAnew();
    void fetchesChats();
    void fetchesAUsersStatus();
    void joinsAndLeavesARoom();
    void requestsWithoutAConnectionFailAtOnce();
    void aRequestEndsWhenTheConnectionDoes();
    void aRequestEndsAtItsDeadline();
    void aRejectionCarriesTheServersWords();
    void anAnswerForADeadContextIsNotDelivered();
    void anAnswerAfterTheServiceDiedIsNotDelivered();

private:
    Ended<api::ChatPage> fetchChats(QObject *context = nullptr);

    std::unique_ptr<ServiceBench> m_bench;
};

Ended<api::ChatPage> tst_Service::fetchChats(QObject *context)
{
    auto ended = notEnded<api::ChatPage>();
    m_bench->service->fetchChats({0, 20}, context ? context : this,
        [ended](api::Answer<api::ChatPage> page) { ended->emplace(std::move(page)); });
    return ended;
}

void tst_Service::successSignsIn()
{
    QSignalSpy spy(m_bench->service.get(), &api::Service::signedIn);
    m_bench->signIn();
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
    QSignalSpy spy(m_bench->service.get(), &api::Service::signedIn);
    QSignalSpy news(m_bench->service.get(), &api::Service::chatChanged);
    m_bench->signIn();
    m_bench->event("success", R"({"user":{"_id":")" + id + R"("}})");
    QCOMPARE(spy.size(), 1);
    m_bench->event("new_message:" + me, R"({"_id":")" + chatId + R"("})");
    QCOMPARE(news.size(), 1);
}

void tst_Service::aMalformedSuccessIsDropped()
{
    QSignalSpy spy(m_bench->service.get(), &api::Service::signedIn);
    m_bench->connectNow();
    m_bench->event("success", R"({"user":{"_id":"nobody"}})");
    QCOMPARE(spy.size(), 0);
    m_bench->event("success", R"({"user":{"_id":")" + me + R"("}})");
    QCOMPARE(spy.size(), 1);
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
    QSignalSpy spy(m_bench->service.get(), &api::Service::refused);
    m_bench->client->open();
    m_bench->wire.accept();
    m_bench->wire.inject(R"(0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":5000})");
    m_bench->wire.inject(packet);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<api::Refusal>().isFinal, isFinal);
}

void tst_Service::everyConnectionSignsInAnew()
{
    QSignalSpy spy(m_bench->service.get(), &api::Service::signedIn);
    QSignalSpy news(m_bench->service.get(), &api::Service::chatChanged);
    m_bench->signIn();
    m_bench->wire.close();
    m_bench->connectNow();
    m_bench->event("new_message:" + me, R"({"_id":")" + chatId + R"("})");
    QCOMPARE(news.size(), 0);
    m_bench->event("success", R"({"user":{"_id":")" + other + R"("}})");
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy[1][0].value<api::SignedIn>().me.id.toHex(), other);
    m_bench->event("new_message:" + other, R"({"_id":")" + chatId + R"("})");
    QCOMPARE(news.size(), 1);
}

void tst_Service::fetchesChats()
{
    m_bench->signIn();
    auto ended = notEnded<api::ChatPage>();
    m_bench->service->fetchChats(
        {40, 25}, this, [ended](api::Answer<api::ChatPage> page) { ended->emplace(std::move(page)); });
    const auto [ackId, request] = m_bench->takeRequest();
    const QJsonArray sent = QJsonDocument::fromJson(request).array();
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[0].toString(), QStringLiteral("get_list_chat"));
    QCOMPARE(sent[1].toObject(),
        (QJsonObject{{QStringLiteral("offset"), 40}, {QStringLiteral("limit"), 25},
            {QStringLiteral("sort"), QStringLiteral("-last_message_date")}}));
    QVERIFY(!*ended);
    m_bench->answer(ackId, R"({"error":false,"data":[{"_id":")" + chatId + R"("},{"_id":"bad"}]})");
    QVERIFY(*ended && **ended);
    QCOMPARE((**ended)->received, 2);
    QCOMPARE((**ended)->batch.chats.size(), 1);
}

void tst_Service::fetchesAUsersStatus()
{
    m_bench->signIn();
    auto ended = notEnded<domain::Presence>();
    m_bench->service->fetchUserStatus(idOf<domain::UserId>(other), this,
        [ended](api::Answer<domain::Presence> presence) { ended->emplace(std::move(presence)); });
    const auto [ackId, request] = m_bench->takeRequest();
    QCOMPARE(request, R"(["get_user_status",")" + other + R"("])");
    m_bench->answer(ackId, R"({"error":false,"data":{"_id":")" + other + R"(","status":{"online":true}}})");
    QVERIFY(*ended && **ended);
    QVERIFY((**ended)->online);
}

void tst_Service::joinsAndLeavesARoom()
{
    m_bench->signIn();
    const auto chat = idOf<domain::ChatId>(chatId);
    QVERIFY(m_bench->service->joinRoom(chat));
    QCOMPARE(m_bench->takeRequest(), std::pair(QByteArray(), QByteArray(R"(["join_room",")" + chatId + R"("])")));
    QVERIFY(m_bench->service->leaveRoom(chat));
    QCOMPARE(m_bench->takeRequest(), std::pair(QByteArray(), QByteArray(R"(["leave_room",")" + chatId + R"("])")));
}

void tst_Service::requestsWithoutAConnectionFailAtOnce()
{
    const auto ended = fetchChats();
    QTRY_VERIFY(*ended);
    QVERIFY(!**ended);
    QCOMPARE((*ended)->error().kind, api::ErrorKind::NotConnected);
    QVERIFY(!m_bench->service->joinRoom(idOf<domain::ChatId>(chatId)));
    QVERIFY(!m_bench->service->leaveRoom(idOf<domain::ChatId>(chatId)));
}

void tst_Service::aRequestEndsWhenTheConnectionDoes()
{
    m_bench->signIn();
    const auto ended = fetchChats();
    QVERIFY(!*ended);
    m_bench->wire.close();
    QVERIFY(*ended && !**ended);
    QCOMPARE((*ended)->error().kind, api::ErrorKind::Disconnected);
}

void tst_Service::aRequestEndsAtItsDeadline()
{
    m_bench->signIn();
    const auto ended = fetchChats();
    m_bench->clock.advance(14'999ms);
    QVERIFY(!*ended);
    m_bench->clock.advance(1ms);
    QVERIFY(*ended && !**ended);
    QCOMPARE((*ended)->error().kind, api::ErrorKind::TimedOut);
}

void tst_Service::aRejectionCarriesTheServersWords()
{
    m_bench->signIn();
    const auto ended = fetchChats();
    m_bench->answer(
        m_bench->takeRequest().first, R"({"error":true,"code":"PARAMETER_WRONG","message":"No such sort"})");
    QVERIFY(*ended && !**ended);
    QVERIFY((*ended)->error()
        == (api::Error{api::ErrorKind::Rejected, QStringLiteral("No such sort"), QStringLiteral("PARAMETER_WRONG")}));
}

void tst_Service::anAnswerForADeadContextIsNotDelivered()
{
    m_bench->signIn();
    auto context = std::make_unique<QObject>();
    const auto ended = fetchChats(context.get());
    context.reset();
    m_bench->answer(m_bench->takeRequest().first, R"({"error":false,"data":[]})");
    QVERIFY(!*ended);
}

void tst_Service::anAnswerAfterTheServiceDiedIsNotDelivered()
{
    m_bench->signIn();
    const auto ended = fetchChats();
    m_bench->service.reset();
    m_bench->answer(m_bench->takeRequest().first, R"({"error":false,"data":[]})");
    QVERIFY(!*ended);
}

QTEST_GUILESS_MAIN(tst_Service)
#include "tst_Service.moc"
