// SPDX-License-Identifier: MIT
#include "models/App.h"
#include "models/Stage.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using models::ThingsToTry;
using stage::chatId;

namespace {

struct Shown : stage::Stage
{
    /// The things that are done.
    QStringList done() const
    {
        QStringList found;
        for (int row = 0; row < things().rowCount(); ++row) {
            if (things().index(row).data(ThingsToTry::DoneRole).toBool()) {
                found << things().index(row).data(ThingsToTry::TextRole).toString();
            }
        }
        return found;
    }
    ThingsToTry &things() const { return *app.thingsToTry(); }

    QTemporaryDir folder;
    base::Settings settings{folder.path()};
    models::Appearance appearance{settings, std::nullopt, QStringLiteral("en")};
    models::App app{session, clock, appearance, {{QString(), QString(), folder.path()}, true}};
    QAbstractItemModelTester tester{app.thingsToTry(), QAbstractItemModelTester::FailureReportingMode::Fatal};
};

using Deed = std::function<void(Shown &)>;

struct Thing
{
    const char *words;
    Deed deed;
};

const QList<Thing> &allThings()
{
    static const QString chat = chatId(1).toString();
    static const QList<Thing> things{
        {"Open a chat", [](Shown &s) { s.app.conversation()->open(chat); }},
        {"Find a person", [](Shown &s) { Q_EMIT s.app.search()->personChosen(); }},
        {"Show only unread chats", [](Shown &s) { s.app.chats()->setFilter(models::ChatListModel::Filter::Unread); }},
        {"Pin a chat to the top", [](Shown &s) { s.app.chats()->pin(chat, true); }},
        {"Mute a chat", [](Shown &s) { s.app.chats()->mute(chat, models::ChatListModel::Mute::OneHour); }},
        {"Cut the connection", [](Shown &s) { s.app.demoPanel()->cutConnection(); }},
        {"Change the theme", [](Shown &s) { s.appearance.setTheme(models::Appearance::Theme::Dark); }},
    };
    return things;
}

} // namespace

class tst_ThingsToTry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachTicksItselfOffOnce_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < allThings().size(); ++i) {
            QTest::newRow(allThings().at(i).words) << i;
        }
    }
    void eachTicksItselfOffOnce()
    {
        QFETCH(int, number);
        Shown shown;
        shown.open({stage::group(1, 10)});
        QCOMPARE(shown.done(), QStringList());
        QSignalSpy changed(&shown.things(), &ThingsToTry::dataChanged);
        allThings().at(number).deed(shown);
        allThings().at(number).deed(shown);
        QCOMPARE(shown.done(), QStringList{QLatin1String(allThings().at(number).words)});
        QCOMPARE(changed.count(), 1);
        QVERIFY(!shown.things().isAllDone());
    }

    void startingOverBeginsAgain()
    {
        Shown shown;
        shown.open({stage::group(1, 10)});
        QSignalSpy allDone(&shown.things(), &ThingsToTry::allDoneChanged);
        for (const Thing &thing : allThings()) {
            thing.deed(shown);
        }
        QVERIFY(shown.things().isAllDone());
        QCOMPARE(allDone.count(), 1);
        shown.app.demoPanel()->startOver();
        QCOMPARE(shown.done(), QStringList());
        QCOMPARE(allDone.count(), 2);
    }

    void whatIsNoneOfThemTicksNothing()
    {
        Shown shown;
        shown.open({stage::group(1, 10)});
        shown.app.chats()->setFilter(models::ChatListModel::Filter::Groups);
        shown.app.chats()->pin(chatId(1).toString(), false);
        shown.app.chats()->mute(chatId(1).toString(), models::ChatListModel::Mute::Off);
        shown.app.demoPanel()->restoreConnection();
        shown.app.conversation()->close();
        QCOMPARE(shown.done(), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_ThingsToTry)
#include "tst_ThingsToTry.moc"
