// SPDX-License-Identifier: MIT
#include "domain/Avatar.h"
#include "models/ChatListModel.h"
#include "models/ChatListRoles.h"
#include "models/ChatWords.h"
#include "models/Stage.h"

#include <QTest>

using domain::ChatRow;
using models::ChatListModel;
using models::ChatWords;

class tst_ChatWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTitleIsOneLineAndNeverEmpty_data()
    {
        QTest::addColumn<bool>("isPrivate");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a title") << false << "Krakatau"
                                 << "Krakatau";
        QTest::newRow("line breaks") << false << " Krakatau\n\n1883 "
                                     << "Krakatau 1883";
        QTest::newRow("markup stays as typed") << false << "<b>Bromo</b>"
                                               << "<b>Bromo</b>";
        QTest::newRow("a group without") << false << ""
                                         << "Group without a title";
        QTest::newRow("a group of white space") << false << " \n "
                                                << "Group without a title";
        QTest::newRow("a person without") << true << ""
                                          << "Someone";
        QTest::newRow("10,000 characters")
            << false << QString(10'000, QLatin1Char('x')) << QString(200, QLatin1Char('x'));
    }
    void aTitleIsOneLineAndNeverEmpty()
    {
        QFETCH(bool, isPrivate);
        QFETCH(QString, title);
        QTEST(ChatWords::title(isPrivate ? stage::person(1, 1, 0, title) : stage::group(1, 0, title)), "shown");
    }

    void aPreviewIsOneLineAndNeverEmpty_data()
    {
        QTest::addColumn<QString>("preview");
        QTest::addColumn<bool>("hasDate");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a text") << "Kumpul\njam 5" << true << "Kumpul jam 5";
        QTest::newRow("a text without a date") << "Kumpul" << false << "Kumpul";
        QTest::newRow("no text") << "" << true << "New message";
        QTest::newRow("white space") << "\n \t" << true << "New message";
        QTest::newRow("nothing") << "" << false << "No messages yet";
    }
    void aPreviewIsOneLineAndNeverEmpty()
    {
        QFETCH(QString, preview);
        QFETCH(bool, hasDate);
        ChatRow row = stage::group(1, 0);
        row.preview = preview;
        if (!hasDate) {
            row.lastMessageAt.reset();
        }
        QTEST(ChatWords::preview(row), "shown");
    }

    void unreadCountsEndAt99_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("shown");
        QTest::newRow("none") << 0 << "";
        QTest::newRow("negative") << -3 << "";
        QTest::newRow("one") << 1 << "1";
        QTest::newRow("99") << 99 << "99";
        QTest::newRow("100") << 100 << "99+";
        QTest::newRow("huge") << std::numeric_limits<int>::max() << "99+";
    }
    void unreadCountsEndAt99()
    {
        QFETCH(int, count);
        QTEST(ChatWords::unread(count), "shown");
    }

    void aScreenReaderHearsWhatIsThere_data()
    {
        QTest::addColumn<ChatRow>("row");
        QTest::addColumn<ChatWords::Beside>("beside");
        QTest::addColumn<QString>("heard");
        const auto changed = [](ChatRow row, auto change) {
            change(row);
            return row;
        };
        const ChatRow trip = stage::group(1, 0);
        const ChatRow ayu = stage::person(1, 1, 0);
        const QString time = QStringLiteral("14:31");
        QTest::newRow("unread and muted") << changed(trip,
            [](ChatRow &r) {
                r.unreadCount = 3;
                r.muted = true;
            }) << ChatWords::Beside{false, {}, time}
                                          << "Krakatau, group, 3 unread, muted, Kumpul jam 5, 14:31";
        QTest::newRow("read") << trip << ChatWords::Beside{false, {}, time} << "Krakatau, group, Kumpul jam 5, 14:31";
        QTest::newRow("no time") << trip << ChatWords::Beside{} << "Krakatau, group, Kumpul jam 5";
        QTest::newRow("pinned and kept as unread") << changed(trip, [](ChatRow &r) {
            r.pinnedAt = r.lastMessageAt;
            r.keptUnread = true;
        }) << ChatWords::Beside{} << "Krakatau, group, unread, pinned, Kumpul jam 5";
        QTest::newRow("somebody types") << trip << ChatWords::Beside{false, QStringLiteral("Budi is typing…"), time}
                                        << "Krakatau, group, Budi is typing…, 14:31";
        QTest::newRow("a person who is there")
            << ayu << ChatWords::Beside{true, {}, time} << "Ayu, private chat, online, Kumpul jam 5, 14:31";
        QTest::newRow("a title like a placeholder")
            << changed(trip, [](ChatRow &r) { r.title = QStringLiteral("%2 %1"); }) << ChatWords::Beside{}
            << "%2 %1, group, Kumpul jam 5";
    }
    void aScreenReaderHearsWhatIsThere()
    {
        QFETCH(ChatRow, row);
        QFETCH(ChatWords::Beside, beside);
        QTEST(ChatWords::accessibleName(row, beside), "heard");
    }

    void whoIsTypingIsSaid_data()
    {
        QTest::addColumn<bool>("isPrivate");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("said");
        QTest::newRow("nobody") << false << QStringList() << "";
        QTest::newRow("nobody in a private chat") << true << QStringList() << "";
        QTest::newRow("the other person") << true << QStringList{QStringLiteral("Ayu")} << "typing…";
        QTest::newRow("one") << false << QStringList{QStringLiteral("Ayu")} << "Ayu is typing…";
        QTest::newRow("somebody") << false << QStringList{QString()} << "Someone is typing…";
        QTest::newRow("two") << false << QStringList{QStringLiteral("%2"), QStringLiteral("Budi")}
                             << "%2 and Budi are typing…";
        QTest::newRow("more") << false << QStringList(7, QStringLiteral("Ayu")) << "7 people are typing…";
        QTest::newRow("a name with line breaks, too long")
            << false << QStringList{QStringLiteral("A\n") + QString(500, QLatin1Char('x'))}
            << QStringLiteral("A ") + QString(38, QLatin1Char('x')) + QStringLiteral(" is typing…");
    }
    void whoIsTypingIsSaid()
    {
        QFETCH(bool, isPrivate);
        QFETCH(QStringList, names);
        QTEST(ChatWords::typing(isPrivate ? stage::person(1, 1, 0) : stage::group(1, 0), names), "said");
    }

    void onlyAPictureThatMayBeFetchedIsNamed()
    {
        ChatRow row = stage::group(1, 0);
        QCOMPARE(ChatWords::pictureSource(row), QString());
        row.pictureUrl = QStringLiteral("none");
        QCOMPARE(ChatWords::pictureSource(row), QString());
        row.pictureUrl = QStringLiteral("https://example.org/a.jpg");
        QVERIFY(ChatWords::pictureSource(row).startsWith(QStringLiteral("image://picture/")));
    }

    void wordsOfOursHaveNoInitials()
    {
        QCOMPARE(ChatWords::initials(stage::group(1, 0, QString())), QString());
        QCOMPARE(
            ChatWords::initials(stage::group(1, 0, QStringLiteral("Open Trip Gunung Gede"))), QStringLiteral("GG"));
    }

    void aPrivateChatHasTheColourOfItsPerson()
    {
        for (quint32 user = 1; user <= 20; ++user) {
            QCOMPARE(
                ChatWords::avatarColour(stage::person(7, user, 0)), domain::avatarColour(stage::userId(user).bytes()));
        }
        QCOMPARE(ChatWords::avatarColour(stage::group(7, 0)), domain::avatarColour(stage::chatId(7).bytes()));
        ChatRow nobody = stage::person(7, 1, 0);
        nobody.counterpart.reset();
        QCOMPARE(ChatWords::avatarColour(nobody), domain::avatarColour(stage::chatId(7).bytes()));
    }

    void onlyRolesThatLookDifferentChange_data()
    {
        QTest::addColumn<ChatRow>("after");
        QTest::addColumn<QList<int>>("roles");
        const auto changed = [](auto change) {
            ChatRow row = stage::person(1, 1, 0);
            row.unreadCount = 100;
            change(row);
            return row;
        };
        const int spoken = ChatListModel::AccessibleNameRole;
        QTest::newRow("nothing") << changed([](ChatRow &) {}) << QList<int>();
        QTest::newRow("members") << changed([](ChatRow &r) { r.memberCount = 9; }) << QList<int>();
        QTest::newRow("picture") << changed([](ChatRow &r) {
            r.pictureUrl = QStringLiteral("https://example.org/a.jpg");
        }) << QList<int>{ChatListModel::PictureSourceRole};
        QTest::newRow("pinned") << changed([](ChatRow &r) { r.pinnedAt = r.lastMessageAt; })
                                << QList<int>{ChatListModel::IsPinnedRole, spoken};
        QTest::newRow("muted") << changed([](ChatRow &r) { r.muted = true; })
                               << QList<int>{ChatListModel::IsMutedRole, spoken};
        QTest::newRow("kept as unread") << changed([](ChatRow &r) { r.keptUnread = true; })
                                        << QList<int>{ChatListModel::IsKeptUnreadRole, spoken};
        QTest::newRow("title") << changed([](ChatRow &r) { r.title = QStringLiteral("Budi"); })
                               << QList<int>{ChatListModel::TitleRole, ChatListModel::InitialsRole, spoken};
        QTest::newRow("preview") << changed([](ChatRow &r) { r.preview = QStringLiteral("Siap"); })
                                 << QList<int>{ChatListModel::PreviewRole, spoken};
        QTest::newRow("time") << changed([](ChatRow &r) { *r.lastMessageAt += std::chrono::hours(1); })
                              << QList<int>{ChatListModel::TimeTextRole, ChatListModel::TimeToolTipRole, spoken};
        QTest::newRow("date gone") << changed([](ChatRow &r) { r.lastMessageAt.reset(); })
                                   << QList<int>{ChatListModel::PreviewRole, ChatListModel::TimeTextRole,
                                          ChatListModel::TimeToolTipRole, spoken};
        QTest::newRow("read") << changed([](ChatRow &r) { r.unreadCount = 0; })
                              << QList<int>{ChatListModel::UnreadCountRole, ChatListModel::UnreadTextRole,
                                     ChatListModel::IsUnreadRole, spoken};
        QTest::newRow("more above 99") << changed([](ChatRow &r) { r.unreadCount = 101; })
                                       << QList<int>{ChatListModel::UnreadCountRole, spoken};
        QTest::newRow("another person") << changed([](ChatRow &r) {
            r.counterpart = stage::userId(2);
        }) << QList<int>{ChatListModel::AvatarColourRole, ChatListModel::IsOnlineRole, spoken};
    }
    void onlyRolesThatLookDifferentChange()
    {
        QFETCH(ChatRow, after);
        QFETCH(QList<int>, roles);
        ChatRow before = stage::person(1, 1, 0);
        before.unreadCount = 100;
        QList<int> found = models::changedRoles(before, after);
        std::sort(found.begin(), found.end());
        std::sort(roles.begin(), roles.end());
        QCOMPARE(found, roles);
    }
};

QTEST_GUILESS_MAIN(tst_ChatWords)
#include "tst_ChatWords.moc"
