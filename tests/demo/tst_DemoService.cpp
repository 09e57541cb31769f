// SPDX-License-Identifier: MIT
#include "demo/DemoService.h"
#include "demo/Json.h"
#include "demo/World.h"
#include "socketio/RawClient.h"
#include "support/FakeClock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <memory>

using namespace std::chrono_literals;
using demo::DemoService;
using support::RawClient;

/// Conversations with the whole service, over a real WebSocket.
class tst_DemoService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listensOnLoopbackUnderItsAddress();
    void startsOnceAndStopsForGood();
    void refusesOtherTokens_data();
    void refusesOtherTokens();
    void tellsWhoSignedIn_data();
    void tellsWhoSignedIn();
    void givesTheListPageByPage();
    void answersUserStatus();
    void goesOnAfterOddRequests_data();
    void goesOnAfterOddRequests();
    void raisesAChatSoonAfterSignIn();
    void tellsWhoComesAndGoes();
    void staysSilentIfNotLively();
    void keepsItsWorldThroughARestart();
    void runsInAnotherThread();

private:
    std::unique_ptr<RawClient> connectRaw(int engine, const QString &token);
    /// A client past `success`.
    std::unique_ptr<RawClient> signIn(int engine = 3);
    /// The next event of that name; other events are passed over.
    static QJsonArray nextEvent(RawClient &client, const QString &prefix);
    /// What the service acks to `name` with `argument`.
    static QJsonObject ask(RawClient &client, const QByteArray &name, const QByteArray &argument);

    std::unique_ptr<support::FakeClock> m_clock;
    std::unique_ptr<DemoService> m_service;
};

void tst_DemoService::init()
{
    m_clock = std::make_unique<support::FakeClock>();
    m_service = std::make_unique<DemoService>(DemoService::Options(), *m_clock);
    QVERIFY(m_service->start());
}

void tst_DemoService::cleanup()
{
    m_service.reset();
    QCOMPARE(m_clock->activeTimers(), 0);
}

std::unique_ptr<RawClient> tst_DemoService::connectRaw(int engine, const QString &token)
{
    return std::make_unique<RawClient>(static_cast<quint16>(m_service->address().port()),
        m_service->path() + RawClient::query(engine, QStringLiteral("&auth_token=") + token));
}

std::unique_ptr<RawClient> tst_DemoService::signIn(int engine)
{
    auto client = connectRaw(engine, QString::fromLatin1(m_service->token()));
    [&] {
        QVERIFY(client->next().startsWith("0{"));
        if (engine == 4) {
            client->send("40");
        }
        QVERIFY(client->next().startsWith("40"));
        QVERIFY(client->next().startsWith(R"(42["success",)"));
    }();
    return client;
}

QJsonArray tst_DemoService::nextEvent(RawClient &client, const QString &prefix)
{
    for (;;) {
        const QByteArray frame = client.next();
        if (!frame.startsWith("42")) {
            return {};
        }
        const QJsonArray event = QJsonDocument::fromJson(frame.sliced(2)).array();
        if (event.at(0).toString().startsWith(prefix)) {
            return event;
        }
    }
}

QJsonObject tst_DemoService::ask(RawClient &client, const QByteArray &name, const QByteArray &argument)
{
    client.send(QByteArray("427[\"" + name + "\"," + argument + "]"));
    QByteArray frame = client.next();
    while (frame.startsWith("42")) {
        frame = client.next();
    }
    return frame.startsWith("437") ? QJsonDocument::fromJson(frame.sliced(3)).array().at(0).toObject() : QJsonObject();
}

void tst_DemoService::listensOnLoopbackUnderItsAddress()
{
    QCOMPARE(m_service->address().scheme(), QStringLiteral("http"));
    QCOMPARE(m_service->address().host(), QStringLiteral("127.0.0.1"));
    QVERIFY(m_service->address().port() > 0);
    QCOMPARE(m_service->path(), QStringLiteral("/v2/chat"));
}

void tst_DemoService::startsOnceAndStopsForGood()
{
    const auto client = signIn();
    const QUrl address = m_service->address();
    QVERIFY(m_service->start());
    QCOMPARE(m_service->address(), address);
    m_service->stop();
    m_service->stop();
    QVERIFY(client->waitForClosed());
    QCOMPARE(m_clock->activeTimers(), 0);
}

void tst_DemoService::refusesOtherTokens_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("code");
    for (const int engine : {3, 4}) {
        QTest::addRow("EIO %d, wrong", engine) << engine << "wrong"
                                               << "INVALID_TOKEN";
        QTest::addRow("EIO %d, nearly", engine) << engine << "demo-"
                                                << "INVALID_TOKEN";
        QTest::addRow("EIO %d, none", engine) << engine << QString() << "ACCESS_TOKEN_REQUIRED";
    }
}

void tst_DemoService::refusesOtherTokens()
{
    QFETCH(int, engine);
    QFETCH(QString, token);
    QFETCH(QString, code);
    const auto client = connectRaw(engine, token);
    QVERIFY(client->next().startsWith("0{"));
    if (engine == 4) {
        client->send("40");
    }
    const QByteArray frame = client->next();
    QCOMPARE(frame.first(2), "44");
    QJsonObject refusal = QJsonDocument::fromJson(frame.sliced(2)).object();
    if (engine == 4) {
        QCOMPARE(refusal[QLatin1String("message")].toString(), code);
        refusal = refusal[QLatin1String("data")].toObject();
    }
    QCOMPARE(refusal[QLatin1String("code")].toString(), code);
    m_clock->advance(10s);
    QVERIFY(client->frames().isEmpty());
}

void tst_DemoService::tellsWhoSignedIn_data()
{
    QTest::addColumn<int>("engine");
    QTest::newRow("generation 2") << 3;
    QTest::newRow("generation 4") << 4;
}

void tst_DemoService::tellsWhoSignedIn()
{
    QFETCH(int, engine);
    const auto client = connectRaw(engine, QString::fromLatin1(m_service->token()));
    QVERIFY(client->next().startsWith("0{"));
    if (engine == 4) {
        client->send("40");
    }
    QVERIFY(client->next().startsWith("40"));
    const QJsonObject user = nextEvent(*client, QStringLiteral("success")).at(1)[QLatin1String("user")].toObject();
    const domain::User &me = m_service->world()->me();
    QCOMPARE(user[QLatin1String("_id")].toString(), me.id.toString());
    QCOMPARE(user[QLatin1String("id")].toString(), me.id.toString());
    QCOMPARE(user[QLatin1String("name")].toString(), me.name);
    QCOMPARE(user[QLatin1String("is_suspend")], QJsonValue(false));
    QCOMPARE(user[QLatin1String("logged_in")], QJsonValue(true));
}

void tst_DemoService::givesTheListPageByPage()
{
    const auto client = signIn();
    QJsonArray listed;
    for (;;) {
        const QJsonObject answer = ask(*client, "get_list_chat",
            QByteArray(
                R"({"offset":)" + QByteArray::number(listed.size()) + R"(,"limit":9,"sort":"-last_message_date"})"));
        QCOMPARE(answer[QLatin1String("error")], QJsonValue(false));
        const QJsonArray page = answer[QLatin1String("data")].toArray();
        if (page.isEmpty()) {
            break;
        }
        for (const QJsonValue &chat : page) {
            listed.append(chat);
        }
    }
    QJsonArray expected;
    const demo::World &world = *m_service->world();
    for (const qsizetype offset : {0, 20}) {
        for (const domain::Chat &chat : world.list({.offset = offset, .type = {}})) {
            expected.append(demo::chatJson(chat, world));
        }
    }
    QCOMPARE(expected.size(), 22);
    QCOMPARE(listed, expected);
}

void tst_DemoService::answersUserStatus()
{
    const auto client = signIn(4);
    const domain::UserId user = m_service->world()->contacts().first();
    const QJsonObject answer = ask(*client, "get_user_status", QByteArray('"' + user.toHex() + '"'));
    QCOMPARE(answer, demo::answerJson(demo::statusJson(user, m_service->world()->presence(user))));
}

void tst_DemoService::goesOnAfterOddRequests_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::newRow("unknown event") << QByteArray(R"(42["dance"])");
    QTest::newRow("list without argument and ack") << QByteArray(R"(42["get_list_chat"])");
    QTest::newRow("room without id") << QByteArray(R"(42["join_room"])");
    QTest::newRow("room of nobody") << QByteArray(R"(42["join_room","ffffffffffffffffffffffff"])");
    QTest::newRow("room is an object") << QByteArray(R"(42["join_room",{"id":[1,2]}])");
    QTest::newRow("left before joined") << QByteArray(R"(42["leave_room","ffffffffffffffffffffffff"])");
    QTest::newRow("status of nothing") << QByteArray(R"(42["get_user_status",null])");
    QTest::newRow("name of nothing") << QByteArray(R"(42[""])");
}

void tst_DemoService::goesOnAfterOddRequests()
{
    QFETCH(QByteArray, frame);
    const auto client = signIn();
    client->send(frame);
    QCOMPARE(ask(*client, "get_list_chat", R"({"limit":1})")[QLatin1String("data")].toArray().size(), 1);
}

void tst_DemoService::raisesAChatSoonAfterSignIn()
{
    const auto client = signIn();
    const auto second = signIn(4);
    const QString me = m_service->world()->me().id.toString();
    m_clock->advance(6s);
    const QJsonArray event = nextEvent(*client, QStringLiteral("new_message:"));
    QCOMPARE(event.at(0).toString(), QStringLiteral("new_message:") + me);
    QCOMPARE(nextEvent(*second, QStringLiteral("new_message:")), event);
    const QJsonObject answer = ask(*client, "get_list_chat", R"({"limit":1})");
    QCOMPARE(answer[QLatin1String("data")][0], event.at(1));
}

void tst_DemoService::tellsWhoComesAndGoes()
{
    const auto client = signIn();
    m_clock->advance(25s);
    const QJsonArray event = nextEvent(*client, QStringLiteral("online:"));
    const auto user = domain::UserId::fromHex(QStringView(event.at(0).toString()).sliced(7));
    QVERIFY(user);
    QCOMPARE(
        event.at(1), QJsonValue(QJsonObject{{QStringLiteral("online"), m_service->world()->presence(*user).online}}));
}

void tst_DemoService::staysSilentIfNotLively()
{
    m_service = std::make_unique<DemoService>(DemoService::Options{.lively = false}, *m_clock);
    QVERIFY(m_service->start());
    const auto client = signIn();
    m_clock->advance(40s);
    QCOMPARE(ask(*client, "get_list_chat", R"({"limit":1})")[QLatin1String("data")].toArray().size(), 1);
    QVERIFY(client->frames().isEmpty());
}

void tst_DemoService::keepsItsWorldThroughARestart()
{
    auto client = signIn();
    m_clock->advance(6s);
    const QJsonArray event = nextEvent(*client, QStringLiteral("new_message:"));
    m_service->stop();
    QVERIFY(client->waitForClosed());
    QVERIFY(m_service->start());
    client = signIn();
    const QJsonObject answer = ask(*client, "get_list_chat", R"({"limit":1})");
    QCOMPARE(answer[QLatin1String("data")][0], event.at(1));
}

void tst_DemoService::runsInAnotherThread()
{
    QThread thread;
    auto *service = new DemoService(DemoService::Options());
    service->moveToThread(&thread);
    connect(&thread, &QThread::finished, service, &QObject::deleteLater);
    thread.start();
    QUrl address;
    QMetaObject::invokeMethod(
        service,
        [&] {
            if (service->start()) {
                address = service->address();
            }
        },
        Qt::BlockingQueuedConnection);
    {
        RawClient client(static_cast<quint16>(address.port()),
            service->path()
                + RawClient::query(3, QStringLiteral("&auth_token=") + QString::fromLatin1(service->token())));
        QVERIFY(client.next().startsWith("0{"));
        QCOMPARE(client.next(), "40");
        QVERIFY(client.next().startsWith(R"(42["success",)"));
        thread.quit();
        QVERIFY(thread.wait());
        QVERIFY(client.waitForClosed());
    }
}

QTEST_GUILESS_MAIN(tst_DemoService)
#include "tst_DemoService.moc"
