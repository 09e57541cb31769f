// SPDX-License-Identifier: MIT
// bench_new_message FOLDER SERVER PATH TOKEN MESSAGES: an account cached in FOLDER is signed in to on a wire without a
// network, and that many `new_message` arrive, each for another chat, one after the other, until its row shows it.
// Under `valgrind --tool=callgrind --instr-atstart=no` only that is counted.
#include "base/Settings.h"
#include "models/App.h"
#include "models/Appearance.h"
#include "session/Session.h"
#include "support/FakeClock.h"
#include "support/FakeTransport.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>
#include <valgrind/callgrind.h>

namespace {

using namespace std::chrono_literals;

const QByteArray me = "030000000000000000000001";

QByteArray member(const QByteArray &id, const QByteArray &name)
{
    return R"({"user":{"_id":")" + id + R"(","name":")" + name + R"("},"status":"member","can_send_messages":true})";
}

/// The chat as the service tells it: a group of five.
QByteArray chatTold(const QByteArray &id, int number, const QByteArray &text)
{
    const QByteArray date = QDateTime::fromMSecsSinceEpoch(1'791'000'000'000 + number * 1000LL, Qt::UTC)
                                .toString(Qt::ISODateWithMs)
                                .toLatin1();
    QByteArray members = member(me, "Arizal Saputro");
    for (int i = 1; i < 5; ++i) {
        members += ',' + member("0400000000000000000000" + QByteArray::number(10 + i), "Budi " + QByteArray::number(i));
    }
    return R"({"_id":")" + id + R"(","type":"group","title":"Open Trip Krakatau","last_message":")" + text
        + R"(","last_message_date":")" + date + R"(","unread_count":3,"members":[)" + members + "]}";
}

class Bench
{
public:
    Bench(const QStringList &arguments)
        : m_settings(m_settingsFolder.path()), m_appearance(m_settings, std::nullopt, QStringLiteral("en")),
          m_session(m_wire.factory(), m_clock),
          m_app(m_session, m_clock, m_appearance, {{arguments[2], arguments[3], arguments[1]}, true})
    {
        session::Credentials credentials;
        credentials.server = QUrl(arguments[2]);
        credentials.path = arguments[3];
        credentials.token = arguments[4].toUtf8();
        credentials.dataFolder = arguments[1];
        m_session.signIn(credentials);
    }

    /// Until `done`, or for ten minutes of the clock that stands still.
    bool passUntil(const std::function<bool()> &done)
    {
        for (int i = 0; i < 60'000 && !done(); ++i) {
            QCoreApplication::processEvents();
            m_clock.advance(10ms);
        }
        return done();
    }

    /// The cache is shown, and the server has let us in. What is asked for then is never answered.
    bool settle()
    {
        if (!passUntil([this] { return m_wire.connections() > 0 && m_wire.current(); })) {
            return false;
        }
        m_wire.accept();
        m_wire.inject(R"(0{"sid":"s","upgrades":[],"pingInterval":2500000,"pingTimeout":6000000})");
        m_wire.inject("40");
        m_wire.inject(R"(42["success",{"message":"ok","user":{"_id":")" + me + R"(","name":"Arizal Saputro"}}])");
        int known = -1;
        int quiet = 0;
        return passUntil([&] {
            quiet = known == m_app.chats()->count() ? quiet + 1 : 0;
            known = m_app.chats()->count();
            return quiet > 500 && known > 0;
        });
    }

    int chats() const { return m_app.chats()->count(); }

    bool tell(int number)
    {
        // A row in the lower half of what is shown, another one each time.
        const int rows = chats();
        const QString id = m_app.chats()->chatIdAt(rows / 2 + static_cast<int>(number * 7919LL % (rows / 2)));
        const QByteArray text = "Message " + QByteArray::number(number);
        const QByteArray frame = "42[\"new_message:" + me + "\"," + chatTold(id.toLatin1(), number, text) + ']';
        CALLGRIND_START_INSTRUMENTATION;
        m_wire.inject(frame);
        const bool shown = passUntil([this, &id, &text] {
            return m_app.chats()->chatIdAt(0) == id
                && m_app.chats()
                       ->data(m_app.chats()->index(0), models::ChatListModel::PreviewRole)
                       .toString()
                       .contains(QString::fromUtf8(text));
        });
        CALLGRIND_STOP_INSTRUMENTATION;
        return shown;
    }

private:
    support::FakeWire m_wire;
    support::FakeClock m_clock;
    QTemporaryDir m_settingsFolder;
    base::Settings m_settings;
    models::Appearance m_appearance;
    session::Session m_session;
    models::App m_app;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 6) {
        std::fputs("usage: bench_new_message FOLDER SERVER PATH TOKEN MESSAGES\n", stderr);
        return 2;
    }
    Bench bench(arguments);
    if (!bench.settle()) {
        std::fputs("bench_new_message: the list does not come\n", stderr);
        return 1;
    }
    const int messages = arguments[5].toInt();
    // What is made once, at the first, is not counted among them.
    for (int i = 0; i < messages + 5; ++i) {
        if (i == 5) {
            CALLGRIND_ZERO_STATS;
        }
        if (!bench.tell(i)) {
            std::fprintf(stderr, "bench_new_message: message %d is not shown\n", i);
            return 1;
        }
    }
    std::printf("chats %d messages %d\n", bench.chats(), messages);
    return 0;
}
