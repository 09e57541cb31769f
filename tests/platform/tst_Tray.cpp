// SPDX-License-Identifier: MIT
#include "platform/PrivateBus.h"
#include "platform/Tray.h"
#include "platform/TrayWatcher.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

namespace {

platform::Tray::Texts texts()
{
    return {QStringLiteral("Open"), QStringLiteral("Quit")};
}

QIcon icon()
{
    QPixmap pixmap(48, 48);
    pixmap.fill(Qt::blue);
    return QIcon(pixmap);
}

} // namespace

/// Whether there is a tray. The icon itself is looked at end to end, with a real host: offscreen Qt draws none.
class TestTray : public QObject
{
    Q_OBJECT

public:
    explicit TestTray(const PrivateBus &bus) : m_bus(bus) { }

private Q_SLOTS:
    void init();
    void isNotThereWithoutAWatcher();
    void isThereWithAHost();
    void isNotThereWithoutAHost();
    void appearsLate();
    void vanishesAndComesBack();
    void followsTheHost();
    void aWatcherThatNeverAnswersDoesNoHarm();
    void takesNumbersAtAnyTime();

private:
    const PrivateBus &m_bus;
};

void TestTray::init()
{
    QVERIFY(m_bus.isRunning());
}

void TestTray::isNotThereWithoutAWatcher()
{
    platform::Tray tray(icon(), texts());
    QVERIFY(!tray.isAvailable());
    QVERIFY(!tray.showMessage(QStringLiteral("title"), QStringLiteral("text")));
}

void TestTray::isThereWithAHost()
{
    const TrayWatcher watcher(m_bus);
    const platform::Tray tray(icon(), texts());
    QVERIFY(!tray.isAvailable()); // never waits
    QTRY_VERIFY(tray.isAvailable());
}

void TestTray::isNotThereWithoutAHost()
{
    const TrayWatcher watcher(m_bus, false);
    const platform::Tray tray(icon(), texts());
    const QSignalSpy changes(&tray, &platform::Tray::availableChanged);
    QTRY_COMPARE(watcher.calls, 1);
    QVERIFY(!tray.isAvailable());
    QCOMPARE(changes.count(), 0);
}

void TestTray::appearsLate()
{
    const platform::Tray tray(icon(), texts());
    const QSignalSpy changes(&tray, &platform::Tray::availableChanged);
    const TrayWatcher watcher(m_bus);
    QTRY_COMPARE(changes.count(), 1);
    QVERIFY(tray.isAvailable());
}

void TestTray::vanishesAndComesBack()
{
    auto watcher = std::make_unique<TrayWatcher>(m_bus);
    const platform::Tray tray(icon(), texts());
    QTRY_VERIFY(tray.isAvailable());
    for (int i = 0; i < 3; ++i) {
        watcher.reset();
        QTRY_VERIFY(!tray.isAvailable());
        watcher = std::make_unique<TrayWatcher>(m_bus);
        QTRY_VERIFY(tray.isAvailable());
    }
}

void TestTray::followsTheHost()
{
    TrayWatcher watcher(m_bus);
    const platform::Tray tray(icon(), texts());
    QTRY_VERIFY(tray.isAvailable());
    watcher.setHost(false);
    QTRY_VERIFY(!tray.isAvailable());
    watcher.setHost(true);
    QTRY_VERIFY(tray.isAvailable());
}

void TestTray::aWatcherThatNeverAnswersDoesNoHarm()
{
    TrayWatcher watcher(m_bus);
    watcher.silent = true;
    const platform::Tray tray(icon(), texts());
    QTRY_COMPARE(watcher.calls, 1);
    QVERIFY(!tray.isAvailable());
}

void TestTray::takesNumbersAtAnyTime()
{
    platform::Tray tray(icon(), texts());
    tray.setNumber(3);
    tray.setToolTip(QStringLiteral("3 unread chats"));
    {
        const TrayWatcher watcher(m_bus);
        QTRY_VERIFY(tray.isAvailable());
        tray.setNumber(4);
    }
    QTRY_VERIFY(!tray.isAvailable());
    tray.setNumber(0);
    tray.setTexts({QStringLiteral("Buka"), QStringLiteral("Keluar")});
    QVERIFY(!tray.isAvailable());
}

int main(int argc, char **argv)
{
    const PrivateBus bus;
    const QApplication application(argc, argv);
    TestTray test(bus);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_Tray.moc"
