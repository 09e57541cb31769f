// SPDX-License-Identifier: MIT
#include "demo/DemoService.h"
#include "demo/Json.h"
#include "demo/World.h"
#include "socketio/RawClient.h"
#include "support/FakeClock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpSocket>
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
    void answersMessages();
    void tellsARoomWhatIsWritten();
    void typesAndAnswersWhatIWrite();
    void marksAsRead();
    void passesTypingOnToTheOthers();
    void makesAPrivateChat();
    void cutsTheConnectionUntilItIsRestored();
    void restartsOnTheSamePort();
    void losesOneAckAndCarriesOutTheRequest();
    void floodsWhoIsConnected();
    void startsOver();
    void startingOverEndsAnOutage_data();
    void startingOverEndsAnOutage();
    void prefersItsPorts();
    void saysWhenItsPortIsTaken();
    void servesThePicturesItNames();
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
    QVERIFY(!m_service->isReachable());
    // Outages of what does not run are nothing.
    m_service->cutConnection();
    m_service->restoreConnection();
    m_service->restartServer();
    m_service->flood();
    m_service->startOver();
    QVERIFY(!m_service->isReachable());
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
    for (const qsizetype offset : {0, 20, 40}) {
        for (const domain::Chat &chat : world.list({.offset = offset, .type = {}})) {
            expected.append(demo::chatJson(chat, world));
        }
    }
    QCOMPARE(expected.size(), 60);
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
    m_clock->advance(10s);
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
    m_clock->advance(10s);
    const QJsonArray event = nextEvent(*client, QStringLiteral("new_message:"));
    m_service->stop();
    QVERIFY(client->waitForClosed());
    QVERIFY(m_service->start());
    client = signIn();
    const QJsonObject answer = ask(*client, "get_list_chat", R"({"limit":1})");
    QCOMPARE(answer[QLatin1String("data")][0], event.at(1));
}

void tst_DemoService::answersMessages()
{
    const auto client = signIn();
    const demo::World &world = *m_service->world();
    const QByteArray chat = world.chat(1).id.toHex();
    const QJsonObject answer =
        ask(*client, "get_list_message", QByteArray("{\"chat_id\":\"" + chat + "\",\"offset\":2,\"limit\":3}"));
    QCOMPARE(answer[QLatin1String("data")].toArray().size(), 3);
    QCOMPARE(answer[QLatin1String("data")][0],
        QJsonValue(demo::messageJson(world.messages(1, {.offset = 2}).first(), world.chat(1).id, world)));
}

void tst_DemoService::tellsARoomWhatIsWritten()
{
    const auto inRoom = signIn();
    const auto outside = signIn(4);
    const QByteArray chat = m_service->world()->chat(1).id.toHex();
    const QByteArray argument = "{\"chat_id\":\"" + chat + "\",\"text\":\"Siap\"}";
    inRoom->send(QByteArray("42[\"join_room\",\"" + chat + "\"]"));
    inRoom->send(QByteArray("421[\"send_message\"," + argument + ']'));
    const QJsonArray told = nextEvent(*inRoom, QStringLiteral("room_new_message:"));
    QCOMPARE(told.at(0).toString(), QStringLiteral("room_new_message:") + QString::fromLatin1(chat));
    QCOMPARE(told.at(1)[QLatin1String("text")].toString(), QStringLiteral("Siap"));
    const QJsonArray risen = nextEvent(*inRoom, QStringLiteral("new_message:"));
    QCOMPARE(risen.at(1)[QLatin1String("last_message")].toString(), QStringLiteral("Siap"));
    const QByteArray ack = inRoom->next();
    QVERIFY(ack.startsWith("431["));
    QCOMPARE(QJsonDocument::fromJson(ack.sliced(3)).array().at(0)[QLatin1String("data")], told.at(1));
    // Who did not join hears of the chat, not of the message.
    QCOMPARE(nextEvent(*outside, QString()).at(0), risen.at(0));
}

void tst_DemoService::typesAndAnswersWhatIWrite()
{
    const auto client = signIn();
    const QByteArray chat = m_service->world()->chat(0).id.toHex();
    client->send(QByteArray("42[\"join_room\",\"" + chat + "\"]"));
    ask(*client, "send_message", QByteArray("{\"chat_id\":\"" + chat + "\",\"text\":\"Terima kasih!\"}"));
    m_clock->advance(5s);
    const QString id = QString::fromLatin1(chat);
    const QJsonArray start = nextEvent(*client, QStringLiteral("start_chat_action_") + id);
    QCOMPARE(start.at(1)[QLatin1String("message")].toString(), QStringLiteral("Sri Wahyuni is typing..."));
    QCOMPARE(nextEvent(*client, QStringLiteral("end_chat_action_") + id).size(), 2);
    const QJsonArray answer = nextEvent(*client, QStringLiteral("room_new_message:"));
    QCOMPARE(answer.at(1)[QLatin1String("from")][QLatin1String("name")].toString(), QStringLiteral("Sri Wahyuni"));
}

void tst_DemoService::marksAsRead()
{
    const auto client = signIn();
    const QByteArray chat = m_service->world()->chat(0).id.toHex();
    QCOMPARE(m_service->world()->chat(0).unreadCount, 2);
    client->send(QByteArray("42[\"set_as_read\",{\"chat_id\":\"" + chat + "\"}]"));
    QTRY_COMPARE(m_service->world()->chat(0).unreadCount, 0);
}

void tst_DemoService::passesTypingOnToTheOthers()
{
    const auto sender = signIn();
    const auto other = signIn(4);
    sender->send("42[\"custom\",{\"event\":\"start_chat_action_5\",\"message\":\"Arif is typing...\",\"more\":1}]");
    QCOMPARE(other->next(), "42[\"start_chat_action_5\",{\"message\":\"Arif is typing...\"}]");
    ask(*sender, "get_list_chat", "{\"limit\":1}");
    QVERIFY(sender->frames().isEmpty());
}

void tst_DemoService::makesAPrivateChat()
{
    const auto client = signIn();
    const domain::UserId user = m_service->world()->chat(1).members.last().user;
    const QJsonObject answer = ask(*client, "create_private_chat", QByteArray('"' + user.toHex() + '"'));
    QCOMPARE(answer[QLatin1String("data")][QLatin1String("type")].toString(), QStringLiteral("private"));
}

void tst_DemoService::cutsTheConnectionUntilItIsRestored()
{
    QSignalSpy reachable(m_service.get(), &DemoService::reachableChanged);
    const auto client = signIn();
    const QUrl address = m_service->address();
    m_service->cutConnection();
    QVERIFY(client->waitForClosed());
    QVERIFY(!m_service->isReachable());
    QCOMPARE(m_service->address(), address);
    m_clock->advance(1h);
    QVERIFY(!m_service->isReachable());
    m_service->restoreConnection();
    QVERIFY(m_service->isReachable());
    QCOMPARE(m_service->address(), address);
    signIn();
    QCOMPARE(reachable, QList<QVariantList>({{false}, {true}}));
}

void tst_DemoService::restartsOnTheSamePort()
{
    const auto client = signIn();
    const QUrl address = m_service->address();
    m_service->restartServer();
    QVERIFY(client->waitForClosed());
    m_clock->advance(DemoService::restartPause - 1ms);
    QVERIFY(!m_service->isReachable());
    m_clock->advance(1ms);
    QVERIFY(m_service->isReachable());
    QCOMPARE(m_service->address(), address);
    signIn();
}

void tst_DemoService::losesOneAckAndCarriesOutTheRequest()
{
    const auto client = signIn();
    const QByteArray chat = m_service->world()->chat(1).id.toHex();
    m_service->loseNextAck();
    client->send(QByteArray("42[\"join_room\",\"" + chat + "\"]")); // wants none
    client->send(QByteArray("421[\"send_message\",{\"chat_id\":\"" + chat + "\",\"text\":\"Lost\"}]"));
    QTRY_COMPARE(m_service->world()->chat(1).lastMessage, QStringLiteral("Lost"));
    const QJsonObject answer = ask(*client, "get_list_chat", "{\"limit\":1}");
    QCOMPARE(answer[QLatin1String("data")].toArray().size(), 1);
    for (const QByteArray &frame : client->frames()) {
        QVERIFY(!frame.startsWith("431["));
    }
}

void tst_DemoService::floodsWhoIsConnected()
{
    m_service = std::make_unique<DemoService>(DemoService::Options{.lively = false}, *m_clock);
    QVERIFY(m_service->start());
    const auto client = signIn();
    m_service->flood();
    m_clock->advance(2s);
    for (int i = 0; i < DemoService::floodCount; ++i) {
        QVERIFY(client->next().startsWith("42[\"new_message:"));
    }
    QCOMPARE(ask(*client, "get_list_chat", "{\"limit\":1}").size(), 2);
    QVERIFY(client->frames().isEmpty());
}

void tst_DemoService::startsOver()
{
    const auto client = signIn();
    const QJsonObject first = ask(*client, "get_list_chat", "{\"limit\":5}");
    m_service->flood();
    m_clock->advance(2s);
    m_service->startOver();
    QVERIFY(client->waitForClosed());
    const auto again = signIn();
    const QJsonObject second = ask(*again, "get_list_chat", "{\"limit\":5}");
    for (int i = 0; i < 5; ++i) {
        for (const char *key : {"_id", "last_message", "unread_count", "photo"}) {
            QCOMPARE(second[QLatin1String("data")][i][QLatin1String(key)],
                first[QLatin1String("data")][i][QLatin1String(key)]);
        }
    }
}

void tst_DemoService::startingOverEndsAnOutage_data()
{
    using Outage = void (DemoService::*)();
    QTest::addColumn<Outage>("outage");
    QTest::newRow("cut") << &DemoService::cutConnection;
    QTest::newRow("restarting") << &DemoService::restartServer;
}

void tst_DemoService::startingOverEndsAnOutage()
{
    using Outage = void (DemoService::*)();
    QFETCH(Outage, outage);
    signIn();
    const QUrl address = m_service->address();
    (m_service.get()->*outage)();
    QVERIFY(!m_service->isReachable());
    m_service->startOver();
    QVERIFY(m_service->isReachable());
    QCOMPARE(m_service->address(), address);
    signIn();
}

void tst_DemoService::prefersItsPorts()
{
    const auto port = static_cast<quint16>(m_service->address().port());
    const quint16 picturesPort = m_service->picturesPort();
    DemoService::Options options;
    options.port = port;
    options.picturesPort = picturesPort;
    options.portsAreWishes = true;
    DemoService second(options, *m_clock);
    QVERIFY(second.start()); // both are taken
    QVERIFY(second.address().port() != port && second.picturesPort() != picturesPort);
    second.stop();
    m_service->stop();
    DemoService third(options, *m_clock);
    QVERIFY(third.start());
    QCOMPARE(third.address().port(), port);
    QCOMPARE(third.picturesPort(), picturesPort);
}

void tst_DemoService::saysWhenItsPortIsTaken()
{
    DemoService::Options options;
    options.port = static_cast<quint16>(m_service->address().port());
    DemoService second(options, *m_clock);
    QVERIFY(!second.start());
    QVERIFY(!second.errorString().isEmpty());
    QCOMPARE(second.picturesPort(), 0);
}

void tst_DemoService::servesThePicturesItNames()
{
    const auto client = signIn();
    QUrl picture;
    const QJsonArray chats = ask(*client, "get_list_chat", "{}")[QLatin1String("data")].toArray();
    for (const QJsonValue &chat : chats) {
        const QString url = chat[QLatin1String("photo")][QLatin1String("small_file_url")].toString();
        picture = url == QLatin1String("none") ? picture : QUrl(url);
    }
    QCOMPARE(picture.port(), static_cast<int>(m_service->picturesPort()));
    QTcpSocket socket;
    socket.connectToHost(picture.host(), static_cast<quint16>(picture.port()));
    socket.write(QByteArray("GET " + picture.path().toLatin1() + " HTTP/1.0\r\n\r\n"));
    QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, 20'000);
    const QByteArray response = socket.readAll();
    QVERIFY(response.startsWith("HTTP/1.1 200 OK\r\n"));
    QCOMPARE(QImage::fromData(response.mid(response.indexOf("\r\n\r\n") + 4)).size(), QSize(256, 256));
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
