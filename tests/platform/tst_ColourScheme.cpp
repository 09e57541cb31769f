// SPDX-License-Identifier: MIT
#include "platform/ColourScheme.h"
#include "platform/PrivateBus.h"

#include <QDBusError>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QGuiApplication>
#include <QPalette>
#include <QSignalSpy>
#include <QTest>

namespace {

const QString portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString settingsInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colourScheme = QStringLiteral("color-scheme");

constexpr uint noPreference = 0;
constexpr uint dark = 1;
constexpr uint light = 2;

/// The Settings of the desktop portal, as far as it is asked.
class Portal : public QDBusVirtualObject
{
public:
    enum class Version { One, Two, Silent, Broken };

    explicit Portal(const PrivateBus &bus) : m_connection(bus.connection(QStringLiteral("portal")))
    {
        m_connection.registerVirtualObject(portalPath, this);
        m_connection.registerService(portalService);
    }
    ~Portal() override
    {
        m_connection.unregisterService(portalService);
        m_connection.unregisterObject(portalPath);
    }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &call, const QDBusConnection &connection) override
    {
        ++calls;
        const bool asksForIt =
            call.interface() == settingsInterface && call.arguments() == QVariantList{appearance, colourScheme};
        if (version == Version::Silent) {
            return true;
        }
        if (!asksForIt || version == Version::Broken) {
            connection.send(call.createErrorReply(QDBusError::Failed, QStringLiteral("of the test")));
        } else if (call.member() == QLatin1String("ReadOne") && version == Version::Two) {
            connection.send(call.createReply(QVariant::fromValue(QDBusVariant(scheme))));
        } else if (call.member() == QLatin1String("Read")) {
            const QVariant once = QVariant::fromValue(QDBusVariant(scheme));
            connection.send(call.createReply(QVariant::fromValue(QDBusVariant(once))));
        } else {
            connection.send(call.createErrorReply(QDBusError::UnknownMethod, QStringLiteral("of the test")));
        }
        return true;
    }

    void change(const QString &group, const QString &key, const QVariant &value)
    {
        QDBusMessage signal =
            QDBusMessage::createSignal(portalPath, settingsInterface, QStringLiteral("SettingChanged"));
        signal.setArguments({group, key, QVariant::fromValue(QDBusVariant(value))});
        m_connection.send(signal);
    }
    void change(uint to) { change(appearance, colourScheme, to); }

    Version version = Version::Two;
    QVariant scheme = noPreference;
    int calls = 0;

private:
    QDBusConnection m_connection;
};

void setPalette(bool isDark)
{
    QPalette palette;
    palette.setColor(QPalette::Window, isDark ? Qt::black : Qt::white);
    palette.setColor(QPalette::WindowText, isDark ? Qt::white : Qt::black);
    QGuiApplication::setPalette(palette);
}

} // namespace

class TestColourScheme : public QObject
{
    Q_OBJECT

public:
    explicit TestColourScheme(const PrivateBus &bus) : m_bus(bus) { }

private Q_SLOTS:
    void init();
    void hearsAPortalThatComesLater();
    void asksThePortal_data();
    void asksThePortal();
    void followsThePortal();
    void aChangeWinsOverAnEarlierQuestion();
    void takesNoNoticeOfOtherSettings();
    void anOddValueIsNoOpinion_data();
    void anOddValueIsNoOpinion();
    void followsThePaletteWithoutAPortal();
    void followsThePaletteIfThePortalIsOfNoUse_data();
    void followsThePaletteIfThePortalIsOfNoUse();

private:
    const PrivateBus &m_bus;
};

void TestColourScheme::init()
{
    QVERIFY(m_bus.isRunning());
    setPalette(false);
}

/// First, before this process has used any type of the portal: QtDBus knows only those that were registered.
void TestColourScheme::hearsAPortalThatComesLater()
{
    const platform::ColourScheme scheme;
    Portal portal(m_bus);
    portal.change(dark);
    QTRY_VERIFY(scheme.isDark());
}

void TestColourScheme::asksThePortal_data()
{
    QTest::addColumn<bool>("isNew");
    QTest::addColumn<bool>("paletteIsDark");
    QTest::addColumn<uint>("scheme");
    QTest::addColumn<bool>("isDark");
    for (const bool isNew : {true, false}) {
        const char *version = isNew ? "ReadOne" : "Read";
        QTest::addRow("%s, dark", version) << isNew << false << dark << true;
        QTest::addRow("%s, light", version) << isNew << true << light << false;
    }
}

void TestColourScheme::asksThePortal()
{
    QFETCH(bool, isNew);
    QFETCH(bool, paletteIsDark);
    QFETCH(uint, scheme);
    setPalette(paletteIsDark);
    Portal portal(m_bus);
    portal.version = isNew ? Portal::Version::Two : Portal::Version::One;
    portal.scheme = scheme;
    const platform::ColourScheme asked;
    QCOMPARE(asked.isDark(), paletteIsDark); // never waits
    QFETCH(bool, isDark);
    QTRY_COMPARE(asked.isDark(), isDark);
}

void TestColourScheme::followsThePortal()
{
    Portal portal(m_bus);
    const platform::ColourScheme scheme;
    const QSignalSpy changes(&scheme, &platform::ColourScheme::darkChanged);
    QTRY_COMPARE(portal.calls, 1);
    portal.change(dark);
    QTRY_COMPARE(changes.count(), 1);
    QVERIFY(scheme.isDark());
    portal.change(dark);
    portal.change(light);
    QTRY_COMPARE(changes.count(), 2);
    QVERIFY(!scheme.isDark());
    setPalette(true);
    QVERIFY(!scheme.isDark());
    portal.change(noPreference);
    QTRY_VERIFY(scheme.isDark());
}

void TestColourScheme::aChangeWinsOverAnEarlierQuestion()
{
    Portal portal(m_bus);
    portal.scheme = light;
    const platform::ColourScheme scheme;
    // Told before the answer: the question reaches the portal only when this thread runs its event loop.
    portal.change(dark);
    QTRY_COMPARE(portal.calls, 1);
    QTRY_VERIFY(scheme.isDark());
}

void TestColourScheme::takesNoNoticeOfOtherSettings()
{
    Portal portal(m_bus);
    const platform::ColourScheme scheme;
    const QSignalSpy changes(&scheme, &platform::ColourScheme::darkChanged);
    portal.change(appearance, QStringLiteral("contrast"), dark);
    portal.change(QStringLiteral("org.gnome.desktop.interface"), colourScheme, QStringLiteral("prefer-dark"));
    portal.change(dark);
    QTRY_VERIFY(scheme.isDark());
    QCOMPARE(changes.count(), 1);
}

void TestColourScheme::anOddValueIsNoOpinion_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::newRow("a number of the future") << QVariant(7u);
    QTest::newRow("a text") << QVariant(QStringLiteral("dark"));
    QTest::newRow("a list") << QVariant(QStringList{QStringLiteral("1")});
}

void TestColourScheme::anOddValueIsNoOpinion()
{
    QFETCH(QVariant, value);
    Portal portal(m_bus);
    portal.scheme = dark;
    const platform::ColourScheme scheme;
    QTRY_VERIFY(scheme.isDark());
    portal.change(appearance, colourScheme, value);
    QTRY_VERIFY(!scheme.isDark());
}

void TestColourScheme::followsThePaletteWithoutAPortal()
{
    const platform::ColourScheme scheme;
    const QSignalSpy changes(&scheme, &platform::ColourScheme::darkChanged);
    setPalette(true);
    QTRY_VERIFY(scheme.isDark());
    QCOMPARE(changes.count(), 1);
    setPalette(false);
    QTRY_VERIFY(!scheme.isDark());
}

void TestColourScheme::followsThePaletteIfThePortalIsOfNoUse_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("never answers") << static_cast<int>(Portal::Version::Silent);
    QTest::newRow("answers with an error") << static_cast<int>(Portal::Version::Broken);
}

void TestColourScheme::followsThePaletteIfThePortalIsOfNoUse()
{
    QFETCH(int, version);
    Portal portal(m_bus);
    portal.version = static_cast<Portal::Version>(version);
    const platform::ColourScheme scheme;
    QTRY_COMPARE(portal.calls, 1);
    setPalette(true);
    QTRY_VERIFY(scheme.isDark());
}

int main(int argc, char **argv)
{
    const PrivateBus bus;
    const QGuiApplication application(argc, argv);
    TestColourScheme test(bus);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ColourScheme.moc"
