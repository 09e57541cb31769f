// SPDX-License-Identifier: MIT
#include "platform/DesktopNotifier.h"
#include "platform/PrivateBus.h"
#include "platform/Tray.h"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QSignalSpy>
#include <QTest>

namespace {

const QString serviceName = QStringLiteral("org.freedesktop.Notifications");
const QString servicePath = QStringLiteral("/org/freedesktop/Notifications");

/// A notification service that writes down what it is asked.
class Server : public QDBusVirtualObject
{
public:
    explicit Server(const PrivateBus &bus,
        const QStringList &capabilities = {QStringLiteral("actions"), QStringLiteral("body"),
            QStringLiteral("body-markup")})
        : m_capabilities(capabilities), m_connection(bus.connection(QStringLiteral("server")))
    {
        m_connection.registerVirtualObject(servicePath, this);
        m_connection.registerService(serviceName);
    }
    ~Server() override
    {
        m_connection.unregisterService(serviceName);
        m_connection.unregisterObject(servicePath);
    }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &call, const QDBusConnection &connection) override
    {
        if (call.member() == QLatin1String("GetCapabilities")) {
            ++asked;
            if (!silent) {
                connection.send(call.createReply(m_capabilities));
            }
        } else if (call.member() == QLatin1String("Notify")) {
            notified += call;
            if (!slow) {
                answer(call);
            }
        } else if (call.member() == QLatin1String("CloseNotification")) {
            withdrawn += call.arguments().constFirst().toUInt();
            connection.send(call.createReply());
        }
        return true;
    }

    /// With the id that it replaces, or a new one.
    uint answer(const QDBusMessage &call)
    {
        const uint replaced = call.arguments().at(1).toUInt();
        const uint id = replaced != 0 ? replaced : ++lastId;
        m_connection.send(call.createReply(id));
        return id;
    }
    void tell(const QString &signal, const QVariantList &arguments)
    {
        QDBusMessage message = QDBusMessage::createSignal(servicePath, serviceName, signal);
        message.setArguments(arguments);
        m_connection.send(message);
    }
    QVariant argument(int call, int index) const { return notified.at(call).arguments().at(index); }

    bool silent = false;
    bool slow = false;
    int asked = 0;
    uint lastId = 40;
    QList<QDBusMessage> notified;
    QList<uint> withdrawn;

private:
    QStringList m_capabilities;
    QDBusConnection m_connection;
};

constexpr int replacesId = 1;
constexpr int summary = 3;
constexpr int body = 4;
constexpr int actions = 5;
constexpr int hints = 6;

base::Notification notification(const QString &key, const QString &text = QStringLiteral("Sampai jumpa"))
{
    return {key, QStringLiteral("Ayu <Lestari>"), text, {{QStringLiteral("default"), QStringLiteral("Open")}}};
}

const QString a = QStringLiteral("chat a");
const QString b = QStringLiteral("chat b");

} // namespace

class TestDesktopNotifier : public QObject
{
    Q_OBJECT

public:
    explicit TestDesktopNotifier(const PrivateBus &bus) : m_bus(bus) { }

private Q_SLOTS:
    void init();
    void cleanup();
    void asksNothingBeforeTheFirstNotification();
    void showsTitleTextAndActions();
    void escapesTextOnlyForMarkup_data();
    void escapesTextOnlyForMarkup();
    void sendsNoActionsToAServerWithout();
    void replacesWhatIsShownForTheSameKey();
    void keepsKeysApart();
    void sendsOnlyTheNewestWhileTheServerIsSlow();
    void withdraws();
    void withdrawsWhatIsStillBeingSent();
    void withdrawsWhatHasNotBeenSent();
    void withdrawingSomethingUnknownIsNothing();
    void tellsTheChosenAction();
    void tellsTheActivationToken();
    void tellsThatItWasClosed();
    void ignoresNotificationsOfOthers();
    void showsAnewAfterTheServerRestarted();
    void tellsWhatAVanishedServerShowed();
    void aServerThatNeverAnswersDoesNoHarm();
    void withoutAServerTheNotificationIsGone();

private:
    const PrivateBus &m_bus;
    std::unique_ptr<platform::Tray> m_tray;
    std::unique_ptr<platform::DesktopNotifier> m_notifier;
};

void TestDesktopNotifier::init()
{
    QVERIFY(m_bus.isRunning());
    m_tray = std::make_unique<platform::Tray>(QIcon(), platform::Tray::Texts());
    m_notifier = std::make_unique<platform::DesktopNotifier>(*m_tray);
}

void TestDesktopNotifier::cleanup()
{
    m_notifier.reset();
    m_tray.reset();
}

void TestDesktopNotifier::asksNothingBeforeTheFirstNotification()
{
    const Server server(m_bus);
    m_notifier->show(notification(a));
    QCOMPARE(server.asked, 0);
    QTRY_COMPARE(server.notified.size(), 1);
    m_notifier->show(notification(b));
    QTRY_COMPARE(server.notified.size(), 2);
    QCOMPARE(server.asked, 1);
}

void TestDesktopNotifier::showsTitleTextAndActions()
{
    const Server server(m_bus);
    m_notifier->show(notification(a));
    QTRY_COMPARE(server.notified.size(), 1);
    QCOMPARE(server.notified.constFirst().signature(), QStringLiteral("susssasa{sv}i"));
    QCOMPARE(server.argument(0, replacesId).toUInt(), 0u);
    QCOMPARE(server.argument(0, summary).toString(), QStringLiteral("Ayu <Lestari>")); // never markup
    QCOMPARE(server.argument(0, body).toString(), QStringLiteral("Sampai jumpa"));
    QCOMPARE(
        server.argument(0, actions).toStringList(), QStringList({QStringLiteral("default"), QStringLiteral("Open")}));
    const auto told = qdbus_cast<QVariantMap>(server.argument(0, hints));
    QCOMPARE(told.value(QStringLiteral("desktop-entry")).toString(), QStringLiteral("opentrip-chat"));
}

void TestDesktopNotifier::escapesTextOnlyForMarkup_data()
{
    QTest::addColumn<bool>("isMarkup");
    QTest::addColumn<QString>("sent");
    const QString plain = QStringLiteral("<img src='http://x'/> & <b>Budi</b>");
    QTest::newRow("markup") << true << QStringLiteral("&lt;img src='http://x'/&gt; &amp; &lt;b&gt;Budi&lt;/b&gt;");
    QTest::newRow("no markup") << false << plain;
}

void TestDesktopNotifier::escapesTextOnlyForMarkup()
{
    QFETCH(bool, isMarkup);
    QFETCH(QString, sent);
    const Server server(m_bus,
        isMarkup ? QStringList{QStringLiteral("body"), QStringLiteral("body-markup")}
                 : QStringList{QStringLiteral("body")});
    m_notifier->show(notification(a, QStringLiteral("<img src='http://x'/> & <b>Budi</b>")));
    QTRY_COMPARE(server.notified.size(), 1);
    QCOMPARE(server.argument(0, body).toString(), sent);
}

void TestDesktopNotifier::sendsNoActionsToAServerWithout()
{
    const Server server(m_bus, {QStringLiteral("body")});
    m_notifier->show(notification(a));
    QTRY_COMPARE(server.notified.size(), 1);
    QCOMPARE(server.argument(0, actions).toStringList(), QStringList());
}

void TestDesktopNotifier::replacesWhatIsShownForTheSameKey()
{
    const Server server(m_bus);
    m_notifier->show(notification(a, QStringLiteral("one")));
    QTRY_COMPARE(server.notified.size(), 1);
    m_notifier->show(notification(a, QStringLiteral("two")));
    QTRY_COMPARE(server.notified.size(), 2);
    QCOMPARE(server.argument(1, replacesId).toUInt(), server.lastId);
    QCOMPARE(server.argument(1, body).toString(), QStringLiteral("two"));
}

void TestDesktopNotifier::keepsKeysApart()
{
    const Server server(m_bus);
    m_notifier->show(notification(a));
    m_notifier->show(notification(b));
    QTRY_COMPARE(server.notified.size(), 2);
    QCOMPARE(server.argument(0, replacesId).toUInt(), 0u);
    QCOMPARE(server.argument(1, replacesId).toUInt(), 0u);
}

void TestDesktopNotifier::sendsOnlyTheNewestWhileTheServerIsSlow()
{
    Server server(m_bus);
    server.slow = true;
    m_notifier->show(notification(a, QStringLiteral("one")));
    QTRY_COMPARE(server.notified.size(), 1);
    for (const char *text : {"two", "three", "four"}) {
        m_notifier->show(notification(a, QString::fromLatin1(text)));
    }
    const uint id = server.answer(server.notified.constFirst());
    QTRY_COMPARE(server.notified.size(), 2);
    QCOMPARE(server.argument(1, body).toString(), QStringLiteral("four"));
    QCOMPARE(server.argument(1, replacesId).toUInt(), id);
}

void TestDesktopNotifier::withdraws()
{
    const Server server(m_bus);
    m_notifier->show(notification(a));
    QTRY_COMPARE(server.notified.size(), 1);
    // Once the second is there, the first one's answer has been read.
    m_notifier->show(notification(a));
    QTRY_COMPARE(server.notified.size(), 2);
    m_notifier->withdraw(a);
    QTRY_COMPARE(server.withdrawn, QList<uint>{server.lastId});
    m_notifier->show(notification(a));
    QTRY_COMPARE(server.notified.size(), 3);
    QCOMPARE(server.argument(2, replacesId).toUInt(), 0u);
}

void TestDesktopNotifier::withdrawsWhatIsStillBeingSent()
{
    Server server(m_bus);
    server.slow = true;
    m_notifier->show(notification(a));
    QTRY_COMPARE(server.notified.size(), 1);
    m_notifier->withdraw(a);
    QCOMPARE(server.withdrawn.size(), 0);
    const uint id = server.answer(server.notified.constFirst());
    QTRY_COMPARE(server.withdrawn, QList<uint>{id});
}

void TestDesktopNotifier::withdrawsWhatHasNotBeenSent()
{
    const Server server(m_bus);
    m_notifier->show(notification(a));
    m_notifier->withdraw(a);
    m_notifier->show(notification(b));
    QTRY_COMPARE(server.notified.size(), 1);
}

void TestDesktopNotifier::withdrawingSomethingUnknownIsNothing()
{
    const Server server(m_bus);
    m_notifier->withdraw(a);
    m_notifier->show(notification(b));
    QTRY_COMPARE(server.notified.size(), 1);
    QVERIFY(server.withdrawn.isEmpty());
}

void TestDesktopNotifier::tellsTheChosenAction()
{
    Server server(m_bus);
    const QSignalSpy activated(m_notifier.get(), &base::Notifier::activated);
    m_notifier->show(notification(a));
    QTRY_COMPARE(server.notified.size(), 1);
    m_notifier->show(notification(b));
    QTRY_COMPARE(server.notified.size(), 2);
    server.tell(QStringLiteral("ActionInvoked"), {server.lastId, QStringLiteral("default")});
    QTRY_COMPARE(activated.count(), 1);
    QCOMPARE(activated.at(0), QVariantList({b, QStringLiteral("default"), QString()}));
}

void TestDesktopNotifier::tellsTheActivationToken()
{
    Server server(m_bus);
    const QSignalSpy activated(m_notifier.get(), &base::Notifier::activated);
    m_notifier->show(notification(a));
    QTRY_COMPARE(server.notified.size(), 1);
    server.tell(QStringLiteral("ActivationToken"), {server.lastId, QStringLiteral("a-token")});
    server.tell(QStringLiteral("ActionInvoked"), {server.lastId, QStringLiteral("default")});
    QTRY_COMPARE(activated.count(), 1);
    QCOMPARE(activated.at(0), QVariantList({a, QStringLiteral("default"), QStringLiteral("a-token")}));
}

void TestDesktopNotifier::tellsThatItWasClosed()
{
    Server server(m_bus);
    const QSignalSpy closed(m_notifier.get(), &base::Notifier::closed);
    m_notifier->show(notification(a));
    QTRY_COMPARE(server.notified.size(), 1);
    server.tell(QStringLiteral("NotificationClosed"), {server.lastId, 2u});
    QTRY_COMPARE(closed.count(), 1);
    QCOMPARE(closed.at(0).at(0).toString(), a);
    m_notifier->show(notification(a));
    QTRY_COMPARE(server.notified.size(), 2);
    QCOMPARE(server.argument(1, replacesId).toUInt(), 0u);
}

void TestDesktopNotifier::ignoresNotificationsOfOthers()
{
    Server server(m_bus);
    const QSignalSpy activated(m_notifier.get(), &base::Notifier::activated);
    m_notifier->show(notification(a));
    QTRY_COMPARE(server.notified.size(), 1);
    server.tell(QStringLiteral("ActionInvoked"), {0u, QStringLiteral("default")});
    server.tell(QStringLiteral("ActionInvoked"), {server.lastId + 1, QStringLiteral("default")});
    server.tell(QStringLiteral("NotificationClosed"), {server.lastId + 1, 1u});
    server.tell(QStringLiteral("ActionInvoked"), {server.lastId, QStringLiteral("default")});
    QTRY_VERIFY(!activated.isEmpty());
    QCOMPARE(activated.count(), 1);
}

void TestDesktopNotifier::showsAnewAfterTheServerRestarted()
{
    const QSignalSpy closed(m_notifier.get(), &base::Notifier::closed);
    {
        const Server server(m_bus);
        m_notifier->show(notification(a));
        QTRY_COMPARE(server.notified.size(), 1);
    }
    QTRY_COMPARE(closed.count(), 1);
    const Server other(m_bus, {QStringLiteral("body")});
    m_notifier->show(notification(a, QStringLiteral("a & b")));
    QTRY_COMPARE(other.notified.size(), 1);
    QCOMPARE(other.asked, 1);
    QCOMPARE(other.argument(0, replacesId).toUInt(), 0u);
    QCOMPARE(other.argument(0, body).toString(), QStringLiteral("a & b"));
}

void TestDesktopNotifier::tellsWhatAVanishedServerShowed()
{
    const QSignalSpy closed(m_notifier.get(), &base::Notifier::closed);
    {
        Server server(m_bus);
        server.slow = true;
        m_notifier->show(notification(a));
        QTRY_COMPARE(server.notified.size(), 1);
    }
    QTRY_COMPARE(closed.count(), 1);
    QCOMPARE(closed.at(0).at(0).toString(), a);
}

void TestDesktopNotifier::aServerThatNeverAnswersDoesNoHarm()
{
    Server server(m_bus);
    server.silent = true;
    for (int i = 0; i < 1000; ++i) {
        m_notifier->show(notification(i % 2 == 0 ? a : b));
    }
    QTRY_COMPARE(server.asked, 1);
    m_notifier->withdraw(a);
    m_notifier.reset();
    QVERIFY(server.notified.isEmpty());
}

void TestDesktopNotifier::withoutAServerTheNotificationIsGone()
{
    const QSignalSpy closed(m_notifier.get(), &base::Notifier::closed);
    m_notifier->show(notification(a));
    QTRY_COMPARE(closed.count(), 1); // offscreen there is no tray either
    const Server later(m_bus);
    m_notifier->show(notification(a));
    QTRY_COMPARE(later.notified.size(), 1);
}

int main(int argc, char **argv)
{
    const PrivateBus bus;
    QGuiApplication::setDesktopFileName(QStringLiteral("opentrip-chat"));
    const QApplication application(argc, argv);
    TestDesktopNotifier test(bus);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_DesktopNotifier.moc"
