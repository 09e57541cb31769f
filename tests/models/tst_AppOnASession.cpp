// SPDX-License-Identifier: MIT
#include "models/App.h"
#include "models/Stage.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using models::App;
using Page = App::Page;

namespace {

const QByteArray chat = "5d0a1b2c3d4e5f6071829301";

const QByteArray oneChat = R"({"_id":")" + chat
    + R"(","type":"group","title":"Krakatau","last_message":"Kumpul jam 5","last_message_date":"2026-03-02T07:31:00.000Z"})";

/// The models on a session that nobody plays: only the wire is the test's.
struct Running : stage::Stage
{
    Running()
        : settings(folder.path()), appearance(settings, std::nullopt, QStringLiteral("en")),
          app(session, clock, appearance,
              {{QStringLiteral("https://chat.example/"), QStringLiteral("/v2/chat"), folder.path()}, false})
    {
    }

    void signIn()
    {
        app.signIn()->setToken(QStringLiteral("abc"));
        app.signIn()->signIn();
    }
    /// A generation 2 server lets the newest connection in.
    void letIn()
    {
        wire.accept();
        wire.inject(R"(0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":60000})");
        wire.inject("40");
        wire.inject(R"(42["success",{"message":"ok","user":{"_id":"5d0a1b2c3d4e5f6071829399","name":"Ayu"}}])");
    }
    /// Everything sent so far on the newest connection.
    const QList<QByteArray> &sent()
    {
        allSent += wire.takeSent();
        return allSent;
    }
    /// Answers the first list request with one chat, once; false if none was sent.
    bool answerList()
    {
        if (answered) {
            return true; // QTRY_VERIFY asks twice
        }
        static const QRegularExpression request(QStringLiteral("^42(\\d+)\\[\"get_list_chat\""));
        for (const QByteArray &frame : sent()) {
            const auto match = request.match(QString::fromUtf8(frame));
            if (match.hasMatch() && !answered) {
                wire.inject("43" + match.captured(1).toUtf8() + R"([{"error":false,"data":[)" + oneChat + "]}]");
                answered = true;
            }
        }
        return answered;
    }

    QList<QByteArray> allSent;
    bool answered = false;
    QTemporaryDir folder;
    base::Settings settings;
    models::Appearance appearance;
    App app;
};

} // namespace

/// What the models ask of the session reaches the server, and what the server says reaches the models.
class tst_AppOnASession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signingInShowsTheChats()
    {
        Running running;
        running.signIn();
        QTRY_COMPARE(running.app.page(), Page::SignIn);
        QTRY_VERIFY(running.wire.current());
        running.letIn();
        QTRY_COMPARE(running.app.page(), Page::Chats);
        QVERIFY(running.app.connection()->isOnline());
        QVERIFY(running.app.chats()->isLoading());
        QTRY_VERIFY(running.answerList());
        QTRY_COMPARE(running.app.chats()->count(), 1);
        QCOMPARE(running.app.chats()->chatIdAt(0), QString::fromLatin1(chat));
        QVERIFY(!running.app.chats()->isLoading());
        QCOMPARE(running.app.signIn()->token(), QString());
    }

    void openingAChatJoinsItsRoomAndClosingLeavesIt()
    {
        Running running;
        running.signIn();
        QTRY_VERIFY(running.wire.current());
        running.letIn();
        QTRY_VERIFY(running.answerList());
        QTRY_COMPARE(running.app.chats()->count(), 1);
        running.app.conversation()->openNeighbour(1);
        QTRY_VERIFY(running.clock.activeTimers() > 0);
        running.clock.advance(1s);
        QTRY_VERIFY(running.sent().contains(R"(42["join_room",")" + chat + R"("])"));
        running.app.conversation()->close();
        running.clock.advance(1s);
        QTRY_VERIFY(running.sent().contains(R"(42["leave_room",")" + chat + R"("])"));
    }

    void tryNowTriesNow()
    {
        Running running;
        running.signIn();
        QTRY_VERIFY(running.wire.current());
        running.letIn();
        QTRY_COMPARE(running.app.page(), Page::Chats);
        running.wire.close();
        QTRY_COMPARE(running.app.connection()->kind(), models::ConnectionBanner::Kind::Offline);
        running.wire.close();
        QTRY_VERIFY(running.app.connection()->canRetry());
        const int before = running.wire.connections();
        running.app.connection()->retryNow();
        QTRY_COMPARE(running.wire.connections(), before + 1);
    }

    void aRefusedTokenIsSaidAndKept()
    {
        Running running;
        running.signIn();
        QTRY_VERIFY(running.wire.current());
        running.wire.accept();
        running.wire.inject(R"(0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":60000})");
        running.wire.inject(R"(44{"error":true,"code":"INVALID_TOKEN","message":"Token is invalid"})");
        QTRY_VERIFY(running.app.signIn()->tokenError().contains(QStringLiteral("Token is invalid")));
        QCOMPARE(running.app.page(), Page::SignIn);
        QCOMPARE(running.app.signIn()->token(), QStringLiteral("abc"));
        QVERIFY(!running.app.signIn()->isBusy());
        const int tries = running.wire.connections();
        running.clock.advance(1h);
        QCOMPARE(running.wire.connections(), tries);
    }
};

QTEST_GUILESS_MAIN(tst_AppOnASession)
#include "tst_AppOnASession.moc"
