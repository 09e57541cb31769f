// SPDX-License-Identifier: MIT
#include "models/FakeNotifier.h"
#include "models/Notifications.h"
#include "models/Stage.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace std::chrono_literals;
using domain::ChatRow;
using session::Phase;
using stage::chatId;
using stage::group;
using stage::userId;

namespace {

ChatRow unread(quint32 number, const QString &preview = QStringLiteral("Kumpul jam 5"))
{
    ChatRow row = group(number, static_cast<int>(number), QStringLiteral("Trip %1").arg(number));
    row.preview = preview;
    row.unreadCount = 1;
    return row;
}

struct Shown : stage::Stage
{
    /// Somebody writes in `rows`, and the gathering is over.
    void hear(const QList<ChatRow> &rows)
    {
        tellNews(rows);
        clock.advance(1s);
    }
    QStringList titles() const
    {
        QStringList found;
        for (const base::Notification &notification : desktop.shown) {
            found << notification.title;
        }
        return found;
    }
    void read(quint32 number) { change({group(number, static_cast<int>(number))}); }

    stage::FakeNotifier desktop;
    models::TimeWords times{clock, QStringLiteral("en")};
    models::ChatListModel chats{session, times};
    models::ConversationPage conversation{session, chats, times, clock};
    models::Notifications notifications{session, chats, conversation, desktop, clock};
};

/// The models listen before the chats come.
struct Listening : Shown
{
    Listening()
    {
        QList<ChatRow> rows;
        for (quint32 n = 1; n <= 20; ++n) {
            rows << group(n, static_cast<int>(n), QStringLiteral("Trip %1").arg(n));
        }
        open(rows);
    }
};

} // namespace

class tst_Notifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsToldOfWhatWasStored()
    {
        Listening shown;
        shown.change({unread(1), unread(2)}); // not news: the session says so
        shown.clock.advance(10s);
        QCOMPARE(shown.desktop.shows, 0);
    }

    void newsIsToldAfterASecond()
    {
        Listening shown;
        shown.tellNews({unread(1)});
        shown.clock.advance(999ms);
        QCOMPARE(shown.desktop.shows, 0);
        shown.clock.advance(1ms);
        QCOMPARE(shown.desktop.shows, 1);
        const base::Notification &told = shown.desktop.shown.first();
        QCOMPARE(told.title, QStringLiteral("Trip 1"));
        QCOMPARE(told.text, QStringLiteral("Kumpul jam 5"));
        QCOMPARE(told.actions.size(), 1);
        QCOMPARE(told.actions.first().name, QStringLiteral("default"));
    }

    void aChatHasOneNotificationWithItsNewestPreview()
    {
        Listening shown;
        shown.tellNews({unread(1)});
        shown.clock.advance(500ms);
        shown.hear({unread(1, QStringLiteral("Bawa jaket"))});
        QCOMPARE(shown.desktop.shows, 1);
        shown.hear({unread(1, QStringLiteral("Siap"))});
        QCOMPARE(shown.desktop.shows, 2);
        QCOMPARE(shown.desktop.shown.size(), 1);
        QCOMPARE(shown.desktop.shown.first().text, QStringLiteral("Siap"));
    }

    void aConstantStreamIsStillTold()
    {
        Listening shown;
        for (int i = 0; i < 40; ++i) {
            shown.tellNews({unread(1)});
            shown.clock.advance(100ms);
        }
        QCOMPARE(shown.desktop.shows, 4);
    }

    void fiveChatsAreToldOneByOneAndMoreTogether()
    {
        Listening shown;
        shown.hear({unread(1), unread(2), unread(3), unread(4), unread(5)});
        QCOMPARE(shown.desktop.shown.size(), 5);
        QList<ChatRow> many;
        for (quint32 n = 4; n <= 15; ++n) {
            many << unread(n);
        }
        shown.hear(many);
        // Those that are in the summary have no notification of their own any more.
        QCOMPARE(shown.titles(),
            (QStringList{QStringLiteral("Trip 1"), QStringLiteral("Trip 2"), QStringLiteral("Trip 3"),
                QStringLiteral("New messages in 12 chats")}));
        QCOMPARE(shown.desktop.shown.last().text, QStringLiteral("Trip 4, Trip 5, Trip 6 and others"));
    }

    void whatNeedsNoTellingIsNotTold_data()
    {
        QTest::addColumn<std::function<void(Listening &)>>("happens");
        const auto row = [](const char *name, std::function<void(Listening &)> happens) {
            QTest::newRow(name) << happens;
        };
        row("muted", [](Listening &s) {
            ChatRow muted = unread(1);
            muted.muted = true;
            s.hear({muted});
        });
        row("watched", [](Listening &s) {
            s.conversation.open(chatId(1).toString());
            s.notifications.setWatching(true);
            s.hear({unread(1)});
        });
        row("read within the second", [](Listening &s) {
            s.tellNews({unread(1)});
            s.read(1);
            s.clock.advance(1s);
        });
        row("opened within the second", [](Listening &s) {
            s.tellNews({unread(1)});
            s.conversation.open(chatId(1).toString());
            s.clock.advance(1s);
        });
        row("gone within the second", [](Listening &s) {
            s.tellNews({unread(1)});
            s.change({}, {chatId(1)});
            s.clock.advance(1s);
        });
        row("signed out within the second", [](Listening &s) {
            s.tellNews({unread(1)});
            s.tell(Phase::SignedOut);
            s.clock.advance(1s);
        });
        row("a chat that nobody knows", [](Listening &s) {
            Q_EMIT s.session.chatsChanged({{}, {}, {chatId(99)}});
            s.clock.advance(1s);
        });
    }
    void whatNeedsNoTellingIsNotTold()
    {
        QFETCH(std::function<void(Listening &)>, happens);
        Listening shown;
        happens(shown);
        QCOMPARE(shown.desktop.shows, 0);
        QCOMPARE(shown.clock.activeTimers(), 1); // the calendar's
    }

    void theNotificationOfAnotherIsNoneOfOurs()
    {
        Listening shown;
        const QSignalSpy window(&shown.notifications, &models::Notifications::windowWanted);
        shown.desktop.click(QStringLiteral("still-running")); // perhaps to quit
        QCOMPARE(window.count(), 0);
    }

    void theOpenChatIsToldWhileNobodyLooks()
    {
        Listening shown;
        shown.conversation.open(chatId(1).toString());
        shown.notifications.setWatching(true);
        shown.notifications.setWatching(false);
        shown.hear({unread(1), unread(2)});
        QCOMPARE(shown.desktop.shown.size(), 2);
        shown.notifications.setWatching(true); // they are back, and see it
        QCOMPARE(shown.titles(), QStringList{QStringLiteral("Trip 2")});
    }

    void whatNeedsNoTellingAnyMoreIsWithdrawn_data()
    {
        QTest::addColumn<std::function<void(Listening &)>>("happens");
        const auto row = [](const char *name, std::function<void(Listening &)> happens) {
            QTest::newRow(name) << happens;
        };
        row("read", [](Listening &s) { s.read(1); });
        row("muted", [](Listening &s) {
            ChatRow muted = unread(1);
            muted.muted = true;
            s.change({muted});
        });
        row("opened", [](Listening &s) { s.conversation.open(chatId(1).toString()); });
        row("gone", [](Listening &s) { s.change({}, {chatId(1)}); });
        row("signed out", [](Listening &s) { s.tell(Phase::SignedOut); });
        row("somebody else's token", [](Listening &s) {
            Q_EMIT s.session.meChanged({{userId(8), QStringLiteral("Budi"), {}}, QUrl()});
        });
        row("the list started anew without it", [](Listening &s) {
            Q_EMIT s.session.chatsReset(1);
            s.change({unread(2)});
        });
    }
    void whatNeedsNoTellingAnyMoreIsWithdrawn()
    {
        QFETCH(std::function<void(Listening &)>, happens);
        Listening shown;
        shown.hear({unread(1)});
        QCOMPARE(shown.desktop.shown.size(), 1);
        happens(shown);
        QCOMPARE(shown.desktop.shown.size(), 0);
    }

    void aListThatStartsAnewKeepsWhatIsStillUnread()
    {
        Listening shown;
        shown.hear({unread(1)});
        Q_EMIT shown.session.chatsReset(1);
        shown.change({unread(1)});
        QCOMPARE(shown.desktop.shown.size(), 1);
        QCOMPARE(shown.desktop.shows, 1);
    }

    void theSummaryGoesWhenAllOfItIsRead()
    {
        Listening shown;
        QList<ChatRow> many;
        for (quint32 n = 1; n <= 6; ++n) {
            many << unread(n);
        }
        shown.hear(many);
        for (quint32 n = 1; n <= 5; ++n) {
            shown.read(n);
        }
        QCOMPARE(shown.titles(), QStringList{QStringLiteral("New messages in 6 chats")});
        shown.read(6);
        QCOMPARE(shown.desktop.shown.size(), 0);
    }

    void theSummaryGoesWhenPeopleComeBack()
    {
        Listening shown;
        QList<ChatRow> many;
        for (quint32 n = 1; n <= 6; ++n) {
            many << unread(n);
        }
        shown.hear(many);
        shown.notifications.setWatching(true);
        QCOMPARE(shown.desktop.shown.size(), 0);
    }

    void aClickOpensTheChatAndWantsTheWindow()
    {
        Listening shown;
        shown.hear({unread(1), unread(2)});
        QSignalSpy window(&shown.notifications, &models::Notifications::windowWanted);
        shown.chats.setFilter(models::ChatListModel::Filter::Private); // which does not show it
        shown.desktop.click(shown.desktop.shown.firstKey(), QStringLiteral("token-1"));
        QCOMPARE(shown.conversation.title(), QStringLiteral("Trip 1"));
        QCOMPARE(window.count(), 1);
        QCOMPARE(window.first().first().toString(), QStringLiteral("token-1"));
        QCOMPARE(shown.titles(), QStringList{QStringLiteral("Trip 2")});
    }

    void aClickOnTheSummaryWantsTheWindow()
    {
        Listening shown;
        QList<ChatRow> many;
        for (quint32 n = 1; n <= 6; ++n) {
            many << unread(n);
        }
        shown.hear(many);
        QSignalSpy window(&shown.notifications, &models::Notifications::windowWanted);
        shown.desktop.click(shown.desktop.shown.firstKey());
        QCOMPARE(window.count(), 1);
        QVERIFY(!shown.conversation.hasChat());
    }

    void whatWasDismissedComesBackWithNewsOnly()
    {
        Listening shown;
        shown.hear({unread(1)});
        shown.desktop.dismiss(shown.desktop.shown.firstKey());
        shown.change({unread(1, QStringLiteral("edited"))});
        shown.clock.advance(2s);
        QCOMPARE(shown.desktop.shown.size(), 0);
        shown.hear({unread(1)});
        QCOMPARE(shown.desktop.shown.size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_Notifications)
#include "tst_Notifications.moc"
