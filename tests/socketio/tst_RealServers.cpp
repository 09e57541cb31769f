// SPDX-License-Identifier: MIT
#include "base/SystemClock.h"
#include "socketio/Client.h"
#include "socketio/RealServer.h"
#include "socketio/WebSocketTransport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>

using namespace socketio;
using namespace std::chrono_literals;

namespace {

constexpr int patienceMs = 20'000;

/// A client of a real server, and what it says.
struct Bench
{
    using Change = std::function<void(ClientOptions &)>;

    explicit Bench(const RealServer &server, const QString &token, const Change &change = {})
    {
        ClientOptions options;
        options.server = server.url();
        options.path = server.path();
        options.query = {{QStringLiteral("auth_token"), token}};
        options.firstRetryDelay = 100ms;
        options.maxRetryDelay = 500ms;
        if (change) {
            change(options);
        }
        client = std::make_unique<Client>(
            options, [] { return std::make_unique<WebSocketTransport>(); }, clock);
        QObject::connect(
            client.get(), &Client::eventReceived, client.get(), [this](const Event &event) { events.append(event); });
        QObject::connect(client.get(), &Client::refused, client.get(),
            [this](const QByteArray &payload) { refusals.append(payload); });
        client->open();
    }
    int count(const QByteArray &name) const
    {
        return static_cast<int>(
            std::count_if(events.begin(), events.end(), [&name](const Event &event) { return event.name == name; }));
    }
    ConnectionState state() const { return client->status().state; }

    base::SystemClock clock;
    QList<Event> events;
    QList<QByteArray> refusals;
    std::unique_ptr<Client> client;
};

/// Spares tests of other things the two seconds in which a generation 3 server says nothing.
Bench::Change knowing(int generation)
{
    return [generation](ClientOptions &options) {
        options.firstGuess = generation == 2 ? EngineVersion::V3 : EngineVersion::V4;
    };
}

QJsonObject doing(const char *what)
{
    return {{QStringLiteral("do"), QString::fromLatin1(what)}};
}

} // namespace

/// The client against what the world runs: socket.io 2.5, 3.1 and 4.8, each without and with its compatibility switch.
class tst_RealServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsAndTalks_data();
    void joinsAndTalks();
    void neverUsesTheOtherVersionOnceItKnows_data() { generations(); }
    void neverUsesTheOtherVersionOnceItKnows();
    void joinsWithAWrongFirstGuess_data() { generations(); }
    void joinsWithAWrongFirstGuess();
    void stopsWhenRefused_data();
    void stopsWhenRefused();
    void endsARequestThatIsNeverAnswered_data() { generations(); }
    void endsARequestThatIsNeverAnswered();
    void staysConnectedThroughTheHeartbeat_data() { generations(); }
    void staysConnectedThroughTheHeartbeat();
    void comesBackWhenTheServerDisconnects_data();
    void comesBackWhenTheServerDisconnects();
    void comesBackWhenTheServerWasRestarted_data() { generations(); }
    void comesBackWhenTheServerWasRestarted();

    void cleanup();

private:
    static void generations();
    /// The server that most tests share: starting one takes longer than all they ask of it.
    RealServer &shared(int generation);

    std::map<int, RealServer> m_servers;
};

RealServer &tst_RealServers::shared(int generation)
{
    RealServer &server = m_servers[generation];
    if (!server.isRunning()) {
        server.start(generation);
    }
    return server;
}

void tst_RealServers::cleanup()
{
    // The next test counts connections: none of this one's may be left.
    for (auto &[generation, server] : m_servers) {
        if (server.isRunning()) {
            QTRY_COMPARE_WITH_TIMEOUT(server.command(doing("stats"))[QLatin1String("open")].toInt(-1), 0, patienceMs);
        }
    }
}

void tst_RealServers::generations()
{
    QTest::addColumn<int>("generation");
    QTest::newRow("2") << 2;
    QTest::newRow("3") << 3;
    QTest::newRow("4") << 4;
}

void tst_RealServers::joinsAndTalks_data()
{
    const QStringList compat{QStringLiteral("--compat")};
    QTest::addColumn<int>("generation");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("engine");
    QTest::newRow("2") << 2 << QStringList() << 3;
    QTest::newRow("3") << 3 << QStringList() << 4;
    QTest::newRow("4") << 4 << QStringList() << 4;
    QTest::newRow("3, compatible") << 3 << compat << 3;
    QTest::newRow("4, compatible") << 4 << compat << 3;
}

void tst_RealServers::joinsAndTalks()
{
    QFETCH(int, generation);
    QFETCH(QStringList, more);
    QFETCH(int, engine);
    RealServer own;
    RealServer &server = more.isEmpty() ? shared(generation) : own;
    QVERIFY2(server.isRunning() || server.start(generation, more), qPrintable(server.why()));
    Bench bench(server, server.token());

    QTRY_COMPARE_WITH_TIMEOUT(bench.count("success"), 1, patienceMs);
    QCOMPARE(static_cast<int>(*bench.client->status().engine), engine);
    QCOMPARE(bench.client->status().failedAttempts, 0);

    QJsonObject answer;
    bench.client->request(
        "get_list_chat", R"({"offset":0,"limit":20,"sort":"-last_message_date"})", this, [&answer](const auto &result) {
            answer = QJsonDocument::fromJson(result ? result->argument(0).toByteArray() : QByteArray()).object();
        });
    QTRY_VERIFY_WITH_TIMEOUT(!answer.isEmpty(), patienceMs);
    QCOMPARE(answer.value(QLatin1String("error")).toBool(true), false);
    const QString chat = answer.value(QLatin1String("data"))[0][QLatin1String("_id")].toString();
    QCOMPARE(answer.value(QLatin1String("data")).toArray().size(), 20);

    const QByteArray quoted = '"' + chat.toLatin1() + '"';
    QVERIFY(bench.client->emitEvent("join_room", quoted));
    QTRY_COMPARE_WITH_TIMEOUT(
        server.command(doing("stats"))[QLatin1String("rooms")].toArray(), QJsonArray{chat}, patienceMs);

    // An event that the server makes up, with text of the world.
    QJsonObject emits = doing("emit");
    const QString words = QStringLiteral("Selamat pagi \u2600\U0001F30B\u202E");
    emits.insert(QStringLiteral("event"), QJsonArray{QStringLiteral("made_up"), words, 2});
    QCOMPARE(server.command(emits).toInt(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(bench.count("made_up"), 1, patienceMs);
    QCOMPARE(bench.events.last().payload.toJsonArray(), (QJsonArray{words, 2}));
}

void tst_RealServers::neverUsesTheOtherVersionOnceItKnows()
{
    QFETCH(int, generation);
    RealServer &server = shared(generation);
    QVERIFY2(server.isRunning(), qPrintable(server.why()));
    Bench bench(server, server.token());
    QTRY_COMPARE_WITH_TIMEOUT(bench.count("success"), 1, patienceMs);
    const int upgrades = server.command(doing("stats"))[QLatin1String("upgrades")].toInt();
    bench.client->reconnect();
    QTRY_COMPARE_WITH_TIMEOUT(bench.count("success"), 2, patienceMs);
    QCOMPARE(server.command(doing("stats"))[QLatin1String("upgrades")].toInt(), upgrades + 1);
}

void tst_RealServers::joinsWithAWrongFirstGuess()
{
    QFETCH(int, generation);
    RealServer &server = shared(generation);
    QVERIFY2(server.isRunning(), qPrintable(server.why()));
    const EngineVersion right = generation == 2 ? EngineVersion::V3 : EngineVersion::V4;
    const EngineVersion wrong = generation == 2 ? EngineVersion::V4 : EngineVersion::V3;
    Bench bench(server, server.token(), [wrong](ClientOptions &options) { options.firstGuess = wrong; });
    QTRY_COMPARE_WITH_TIMEOUT(bench.count("success"), 1, patienceMs);
    QCOMPARE(bench.client->status().engine, right);
    // Nothing of the wrong try is left on the server.
    QTRY_COMPARE_WITH_TIMEOUT(server.command(doing("stats"))[QLatin1String("open")].toInt(), 1, patienceMs);
}

void tst_RealServers::stopsWhenRefused_data()
{
    QTest::addColumn<int>("generation");
    QTest::addColumn<QString>("token");
    QTest::addColumn<bool>("isString");
    for (const int generation : {2, 3, 4}) {
        QTest::addRow("%d: wrong", generation) << generation << QStringLiteral("wrong") << (generation == 2);
        QTest::addRow("%d: needs encoding", generation)
            << generation << QStringLiteral("a+b&EIO=9 %#\u00e9") << (generation == 2);
        QTest::addRow("%d: empty", generation) << generation << QString() << (generation == 2);
        QTest::addRow("%d: object", generation) << generation << QStringLiteral("refuse-object") << false;
    }
}

void tst_RealServers::stopsWhenRefused()
{
    QFETCH(int, generation);
    QFETCH(QString, token);
    QFETCH(bool, isString);
    RealServer &server = shared(generation);
    QVERIFY2(server.isRunning(), qPrintable(server.why()));
    Bench bench(server, token, knowing(generation));
    QTRY_COMPARE_WITH_TIMEOUT(bench.refusals.size(), 1, patienceMs);
    QCOMPARE(bench.state(), ConnectionState::Refused);
    QCOMPARE(bench.client->status().reason, DisconnectReason::Refused);
    QCOMPARE(bench.refusals.first().startsWith('"'), isString);
    QCOMPARE(bench.refusals.first().startsWith('{'), !isString);
    // The connection is not left open, and not tried again.
    QTRY_COMPARE_WITH_TIMEOUT(server.command(doing("stats"))[QLatin1String("open")].toInt(), 0, patienceMs);
    QCOMPARE(bench.count("success"), 0);
    bench.client->retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(bench.refusals.size(), 2, patienceMs);
}

void tst_RealServers::endsARequestThatIsNeverAnswered()
{
    QFETCH(int, generation);
    RealServer &server = shared(generation);
    QVERIFY2(server.isRunning(), qPrintable(server.why()));
    Bench bench(server, QStringLiteral("ack-never"), knowing(generation));
    QTRY_COMPARE_WITH_TIMEOUT(bench.count("success"), 1, patienceMs);
    std::optional<RequestError> error;
    const auto note = [&error](const auto &result) {
        if (!result) {
            error = result.error();
        }
    };
    bench.client->request("get_list_chat", "{}", this, note, 50ms);
    QTRY_COMPARE_WITH_TIMEOUT(error, RequestError::TimedOut, patienceMs);
    QVERIFY(bench.client->isConnected());
    bench.client->request("get_list_chat", "{}", this, note);
    bench.client->close();
    QCOMPARE(error, RequestError::Disconnected);
}

void tst_RealServers::staysConnectedThroughTheHeartbeat()
{
    QFETCH(int, generation);
    RealServer server;
    const QStringList fast{QStringLiteral("--ping-interval"), QStringLiteral("100"), QStringLiteral("--ping-timeout"),
        QStringLiteral("2000")};
    QVERIFY2(server.start(generation, fast), qPrintable(server.why()));
    Bench bench(server, server.token(), knowing(generation));
    QTRY_COMPARE_WITH_TIMEOUT(bench.count("success"), 1, patienceMs);
    QSignalSpy lost(bench.client.get(), &Client::disconnected);
    // Longer than both together: without a heartbeat one of the two ends would have given up.
    QVERIFY(!lost.wait(3000));
    QVERIFY(bench.client->isConnected());
}

void tst_RealServers::comesBackWhenTheServerDisconnects_data()
{
    QTest::addColumn<int>("generation");
    QTest::addColumn<bool>("rudely");
    for (const int generation : {2, 3, 4}) {
        QTest::addRow("%d: in good order", generation) << generation << false;
        QTest::addRow("%d: rudely", generation) << generation << true;
    }
}

void tst_RealServers::comesBackWhenTheServerDisconnects()
{
    QFETCH(int, generation);
    QFETCH(bool, rudely);
    RealServer &server = shared(generation);
    QVERIFY2(server.isRunning(), qPrintable(server.why()));
    Bench bench(server, server.token(), knowing(generation));
    QTRY_COMPARE_WITH_TIMEOUT(bench.count("success"), 1, patienceMs);
    QList<DisconnectReason> reasons;
    connect(bench.client.get(), &Client::disconnected, this,
        [&reasons](DisconnectReason reason) { reasons.append(reason); });
    QJsonObject disconnectAll = doing("disconnectAll");
    disconnectAll.insert(QStringLiteral("rudely"), rudely);
    QCOMPARE(server.command(disconnectAll).toInt(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(bench.count("success"), 2, patienceMs);
    const auto expected = rudely ? DisconnectReason::TransportLost : DisconnectReason::ByServer;
    QCOMPARE(reasons, QList<DisconnectReason>{expected});
}

void tst_RealServers::comesBackWhenTheServerWasRestarted()
{
    QFETCH(int, generation);
    auto server = std::make_unique<RealServer>();
    QVERIFY2(server->start(generation), qPrintable(server->why()));
    const QString port = QString::number(server->port());
    Bench bench(*server, server->token(), knowing(generation));
    QTRY_COMPARE_WITH_TIMEOUT(bench.count("success"), 1, patienceMs);
    server.reset();
    QTRY_VERIFY_WITH_TIMEOUT(bench.client->status().failedAttempts >= 3, patienceMs);
    QCOMPARE(bench.client->status().reason, DisconnectReason::TransportLost);
    server = std::make_unique<RealServer>();
    QVERIFY2(server->start(generation, {QStringLiteral("--port"), port}), qPrintable(server->why()));
    QTRY_COMPARE_WITH_TIMEOUT(bench.count("success"), 2, patienceMs);
}

QTEST_GUILESS_MAIN(tst_RealServers)
#include "tst_RealServers.moc"
