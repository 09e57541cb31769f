// SPDX-License-Identifier: MIT
#include "platform/PrivateBus.h"
#include "platform/Tray.h"

#include <QApplication>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QSignalSpy>
#include <QTest>

namespace {

const QString watcherService = QStringLiteral("org.kde.StatusNotifierWatcher");
const QString watcherPath = QStringLiteral("/StatusNotifierWatcher");

/// A StatusNotifierWatcher, as far as it is asked whether it has a host.
class Watcher : public QDBusVirtualObject
{
public:
    explicit Watcher(const PrivateBus &bus, bool withHost = true)
        : hasHost(withHost), m_connection(bus.connection(QStringLiteral("watcher")))
    {
        m_connection.registerVirtualObject(watcherPath, this);
        m_connection.registerService(watcherService);
    }
    ~Watcher() override
    {
        m_connection.unregisterService(watcherService);
        m_connection.unregisterObject(watcherPath);
    }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &call, const QDBusConnection &connection) override
    {
        ++calls;
        if (!silent) {
            connection.send(call.createReply(QVariant::fromValue(QDBusVariant(hasHost))));
        }
        return true;
    }
    void setHost(bool there)
    {
        hasHost = there;
        m_connection.send(QDBusMessage::createSignal(watcherPath, watcherService,
            there ? QStringLiteral("StatusNotifierHostRegistered") : QStringLiteral("StatusNotifierHostUnregistered")));
    }

    bool hasHost;
    bool silent = false;
    int calls = 0;

private:
    QDBusConnection m_connection;
};

platform::Tray::Texts texts()
{
    return {QStringLiteral("Open"), QStringLiteral("Quit")};
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
    platform::Tray tray(QIcon(), texts());
    QVERIFY(!tray.isAvailable());
    QVERIFY(!tray.showMessage(QStringLiteral("title"), QStringLiteral("text")));
}

void TestTray::isThereWithAHost()
{
    const Watcher watcher(m_bus);
    const platform::Tray tray(QIcon(), texts());
    QVERIFY(!tray.isAvailable()); // never waits
    QTRY_VERIFY(tray.isAvailable());
}

void TestTray::isNotThereWithoutAHost()
{
    const Watcher watcher(m_bus, false);
    const platform::Tray tray(QIcon(), texts());
    const QSignalSpy changes(&tray, &platform::Tray::availableChanged);
    QTRY_COMPARE(watcher.calls, 1);
    QVERIFY(!tray.isAvailable());
    QCOMPARE(changes.count(), 0);
}

void TestTray::appearsLate()
{
    const platform::Tray tray(QIcon(), texts());
    const QSignalSpy changes(&tray, &platform::Tray::availableChanged);
    const Watcher watcher(m_bus);
    QTRY_COMPARE(changes.count(), 1);
    QVERIFY(tray.isAvailable());
}

void TestTray::vanishesAndComesBack()
{
    auto watcher = std::make_unique<Watcher>(m_bus);
    const platform::Tray tray(QIcon(), texts());
    QTRY_VERIFY(tray.isAvailable());
    for (int i = 0; i < 3; ++i) {
        watcher.reset();
        QTRY_VERIFY(!tray.isAvailable());
        watcher = std::make_unique<Watcher>(m_bus);
        QTRY_VERIFY(tray.isAvailable());
    }
}

void TestTray::followsTheHost()
{
    Watcher watcher(m_bus);
    const platform::Tray tray(QIcon(), texts());
    QTRY_VERIFY(tray.isAvailable());
    watcher.setHost(false);
    QTRY_VERIFY(!tray.isAvailable());
    watcher.setHost(true);
    QTRY_VERIFY(tray.isAvailable());
}

void TestTray::aWatcherThatNeverAnswersDoesNoHarm()
{
    Watcher watcher(m_bus);
    watcher.silent = true;
    const platform::Tray tray(QIcon(), texts());
    QTRY_COMPARE(watcher.calls, 1);
    QVERIFY(!tray.isAvailable());
}

void TestTray::takesNumbersAtAnyTime()
{
    platform::Tray tray(QIcon(), texts());
    tray.setNumber(3);
    tray.setToolTip(QStringLiteral("3 unread chats"));
    {
        const Watcher watcher(m_bus);
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
