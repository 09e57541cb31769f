// SPDX-License-Identifier: MIT
#include "models/App.h"
#include "models/Stage.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;
using models::App;
using Page = App::Page;

namespace {

const QByteArray chat = "5d0a1b2c3d4e5f6071829301";

const QByteArray privateChat = "5d0a1b2c3d4e5f6071829302";
const QByteArray ayu = "5d0a1b2c3d4e5f6071829388";

const QByteArray oneChat = R"({"_id":")" + chat
    + R"(","type":"group","title":"Krakatau","last_message":"Kumpul jam 5","last_message_date":"2026-03-02T07:31:00.000Z"})";

const QByteArray withAyu = QByteArray(
    R"({"_id":"CHAT","type":"private","members":[{"user":{"_id":"AYU","name":"Ayu Lestari"},"status":"member"},)"
    R"({"user":{"_id":"5d0a1b2c3d4e5f6071829399","name":"Me"},"status":"member"}],)"
    R"("last_message":"Siap","last_message_date":"2026-03-02T07:30:00.000Z"})")
                               .replace("CHAT", privateChat)
                               .replace("AYU", ayu);

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
        wire.inject(R"(42["success",{"message":"ok","user":{"_id":"5d0a1b2c3d4e5f6071829399","name":"Me"}}])");
    }
    /// Everything sent so far on the newest connection.
    const QList<QByteArray> &sent()
    {
        allSent += wire.takeSent();
        return allSent;
    }
    /// Answers the first list request with two chats, once; false if none was sent.
    bool answerList()
    {
        if (answered) {
            return true; // QTRY_VERIFY asks twice
        }
        static const QRegularExpression request(QStringLiteral("^42(\\d+)\\[\"get_list_chat\""));
        for (const QByteArray &frame : sent()) {
            const auto match = request.match(QString::fromUtf8(frame));
            if (match.hasMatch() && !answered) {
                wire.inject("43" + match.captured(1).toUtf8() + R"([{"error":false,"data":[)" + oneChat + "," + withAyu
                    + "]}]");
                answered = true;
            }
        }
        return answered;
    }

    /// Signed in, with both chats on the screen.
    void show()
    {
        signIn();
        QTRY_VERIFY(wire.current());
        letIn();
        QTRY_VERIFY(answerList());
        QTRY_COMPARE(app.chats()->count(), 2);
    }
    /// The rows' chats in their order.
    QStringList order() const { return {app.chats()->chatIdAt(0), app.chats()->chatIdAt(1)}; }

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
        QTRY_COMPARE(running.app.chats()->count(), 2);
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
        QTRY_COMPARE(running.app.chats()->count(), 2);
        running.app.conversation()->openNeighbour(1);
        QTRY_VERIFY(running.clock.activeTimers() > 0);
        running.clock.advance(1s);
        QTRY_VERIFY(running.sent().contains(R"(42["join_room",")" + chat + R"("])"));
        running.app.conversation()->close();
        running.clock.advance(1s);
        QTRY_VERIFY(running.sent().contains(R"(42["leave_room",")" + chat + R"("])"));
    }

    void whatIsChosenForAChatComesBack()
    {
        Running running;
        running.show();
        models::ChatListModel *list = running.app.chats();
        const QString first = QString::fromLatin1(chat);
        const QString second = QString::fromLatin1(privateChat);
        QCOMPARE(running.order(), (QStringList{first, second}));
        list->pin(second, true);
        QTRY_COMPARE(running.order(), (QStringList{second, first}));
        list->keepUnread(first, true);
        QTRY_COMPARE(running.app.unread()->number(), 1);
        list->mute(first, models::ChatListModel::Mute::OneHour);
        QTRY_COMPARE(running.app.unread()->number(), 0);
        running.clock.advance(61min);
        QTRY_COMPARE(running.app.unread()->windowTitle(), QStringLiteral("(1) OpenTrip Chat"));
        list->pin(second, false);
        list->keepUnread(first, false);
        QTRY_COMPARE(running.order(), (QStringList{first, second}));
        QTRY_COMPARE(running.app.unread()->number(), 0);
    }

    void thePeopleInViewAreAskedForAndOnlyThey()
    {
        Running running;
        running.show();
        running.app.chats()->setRowsInView(0, 0); // the group
        running.clock.advance(1s);
        QCoreApplication::processEvents();
        const QByteArray request = "[\"get_user_status\",\"" + ayu + "\"]";
        const auto isAsked = [&running, &request] {
            return std::any_of(running.sent().cbegin(), running.sent().cend(),
                [&request](const QByteArray &frame) { return frame.endsWith(request); });
        };
        QVERIFY(!isAsked());
        running.app.chats()->setRowsInView(0, 1);
        QTRY_VERIFY((running.clock.advance(100ms), isAsked()));
    }

    void whatIsSearchedIsFound()
    {
        Running running;
        running.show();
        models::SearchModel *search = running.app.search();
        search->setWords(QStringLiteral("áyu"));
        QTRY_COMPARE(search->count(), 2);
        const auto at = [search](int row, int role) { return search->data(search->index(row), role); };
        QCOMPARE(at(0, models::SearchModel::ChatIdRole).toString(), QString::fromLatin1(privateChat));
        QCOMPARE(at(0, models::SearchModel::MarksRole).value<QList<int>>(), (QList<int>{0, 3}));
        QCOMPARE(at(1, models::SearchModel::UserIdRole).toString(), QString::fromLatin1(ayu));
        search->activate(1); // the person has a private chat
        QCOMPARE(running.app.conversation()->title(), QStringLiteral("Ayu Lestari"));
        search->setWords(QStringLiteral("nobody of this name"));
        QTRY_COMPARE(search->count(), 0);
        QVERIFY(search->isActive());
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
