// SPDX-License-Identifier: MIT
#include "app/WindowAndTray.h"
#include "models/FakeNotifier.h"
#include "models/Stage.h"
#include "models/TimeWords.h"
#include "platform/PrivateBus.h"
#include "platform/TrayWatcher.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString noticeKey = QStringLiteral("still-running");

/// Notices that the program was asked to end, and lets it go on.
class QuitTrap : public QObject
{
public:
    QuitTrap() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == qApp && event->type() == QEvent::Quit) {
            ++quits;
            return true;
        }
        return false;
    }

    int quits = 0;
};

QIcon icon()
{
    QPixmap pixmap(48, 48);
    pixmap.fill(Qt::blue);
    return QIcon(pixmap);
}

/// A window, and the program's side of the tray.
struct Desk
{
    explicit Desk(base::Settings &settings) : windowAndTray(window, tray, unread, notifier, settings) { window.show(); }

    stage::Stage stage;
    models::TimeWords times{stage.clock, QStringLiteral("en")};
    models::ChatListModel chats{stage.session, times};
    models::UnreadTotal unread{chats};
    QuitTrap trap;
    QWindow window;
    platform::Tray tray{icon(), {}};
    stage::FakeNotifier notifier;
    app::WindowAndTray windowAndTray;
};

} // namespace

class TestWindowAndTray : public QObject
{
    Q_OBJECT

public:
    explicit TestWindowAndTray(const PrivateBus &bus) : m_bus(bus) { }

private Q_SLOTS:
    void init();
    void cleanup();
    void closingGoesToTheTray();
    void closingQuitsWithoutATray();
    void saysOnceWhereItWent();
    void theNoticeOffersToQuitInstead();
    void theNoticeBringsTheWindowBack();
    void theTrayBringsTheWindowBack();
    void comesBackMaximised();
    void comesBackWhenTheTrayVanishes();
    void aVanishingTrayIsNothingToAShownWindow();
    void quittingClosesEvenWithATray();

private:
    const PrivateBus &m_bus;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<base::Settings> m_settings;
    std::unique_ptr<TrayWatcher> m_watcher;
    std::unique_ptr<Desk> m_desk;
};

void TestWindowAndTray::init()
{
    QVERIFY(m_bus.isRunning());
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<base::Settings>(m_folder->path());
    m_watcher = std::make_unique<TrayWatcher>(m_bus);
    m_desk = std::make_unique<Desk>(*m_settings);
    QTRY_VERIFY(m_desk->tray.isAvailable());
}

void TestWindowAndTray::cleanup()
{
    m_desk.reset();
    m_watcher.reset();
    m_settings.reset();
}

void TestWindowAndTray::closingGoesToTheTray()
{
    m_desk->window.close();
    QVERIFY(!m_desk->window.isVisible());
    QCoreApplication::processEvents();
    QCOMPARE(m_desk->trap.quits, 0);
}

void TestWindowAndTray::closingQuitsWithoutATray()
{
    m_watcher.reset();
    QTRY_VERIFY(!m_desk->tray.isAvailable());
    m_desk->window.close();
    QTRY_COMPARE(m_desk->trap.quits, 1);
    QVERIFY(m_desk->notifier.shown.isEmpty());
}

void TestWindowAndTray::saysOnceWhereItWent()
{
    m_desk->window.close();
    QCOMPARE(m_desk->notifier.shown.keys(), QStringList{noticeKey});
    m_desk->windowAndTray.raise(QString());
    QVERIFY(m_desk->notifier.shown.isEmpty());
    m_desk->window.close();
    QCOMPARE(m_desk->notifier.shows, 1);
    // Nor in the next run.
    m_desk = std::make_unique<Desk>(*m_settings);
    QTRY_VERIFY(m_desk->tray.isAvailable());
    m_desk->window.close();
    QCOMPARE(m_desk->notifier.shows, 0);
}

void TestWindowAndTray::theNoticeOffersToQuitInstead()
{
    m_desk->window.close();
    const auto actions = m_desk->notifier.shown.value(noticeKey).actions;
    QCOMPARE(actions.size(), 2);
    QCOMPARE(actions.at(1).label, QStringLiteral("Quit instead"));
    Q_EMIT m_desk->notifier.activated(noticeKey, actions.at(1).name, QString());
    QTRY_COMPARE(m_desk->trap.quits, 1);
}

void TestWindowAndTray::theNoticeBringsTheWindowBack()
{
    m_desk->window.close();
    Q_EMIT m_desk->notifier.activated(QStringLiteral("chat/1"), QStringLiteral("quit"), QString());
    QVERIFY(!m_desk->window.isVisible()); // not ours
    m_desk->notifier.click(noticeKey);
    QVERIFY(m_desk->window.isVisible());
    QCOMPARE(m_desk->trap.quits, 0);
}

void TestWindowAndTray::theTrayBringsTheWindowBack()
{
    m_desk->window.close();
    Q_EMIT m_desk->tray.openRequested();
    QVERIFY(m_desk->window.isVisible());
}

void TestWindowAndTray::comesBackMaximised()
{
    m_desk->window.setWindowStates(Qt::WindowMaximized);
    m_desk->window.close();
    m_desk->windowAndTray.raise(QString());
    QVERIFY(m_desk->window.windowStates().testFlag(Qt::WindowMaximized));
}

void TestWindowAndTray::comesBackWhenTheTrayVanishes()
{
    m_desk->window.close();
    m_watcher.reset();
    QTRY_VERIFY(m_desk->window.isVisible());
}

void TestWindowAndTray::aVanishingTrayIsNothingToAShownWindow()
{
    m_desk->window.setWindowStates(Qt::WindowMinimized);
    m_watcher.reset();
    QTRY_VERIFY(!m_desk->tray.isAvailable());
    QVERIFY(m_desk->window.windowStates().testFlag(Qt::WindowMinimized));
}

void TestWindowAndTray::quittingClosesEvenWithATray()
{
    m_desk->windowAndTray.quit();
    QTRY_COMPARE(m_desk->trap.quits, 1);
    m_desk->window.close(); // as Qt does then
    QVERIFY(!m_desk->window.isVisible());
    QVERIFY(m_desk->notifier.shown.isEmpty());
}

int main(int argc, char **argv)
{
    const PrivateBus bus;
    const QApplication application(argc, argv);
    TestWindowAndTray test(bus);
    // Inside exec(): outside of it Qt does not quit.
    QMetaObject::invokeMethod(
        qApp, [&] { QCoreApplication::exit(QTest::qExec(&test, argc, argv)); }, Qt::QueuedConnection);
    return QApplication::exec();
}

#include "tst_WindowAndTray.moc"
