// SPDX-License-Identifier: MIT
#include "platform/Keychain.h"
#include "platform/PrivateBus.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QTest>

#include <optional>

using base::SecretError;
using Secret = base::Result<QByteArray, SecretError>;
using Done = base::Result<void, SecretError>;

/// Against a real gnome-keyring, where nobody answers a prompt.
class TestKeychain : public QObject
{
    Q_OBJECT

public:
    explicit TestKeychain(const PrivateBus &bus) : m_bus(bus) { }

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void readsWhatWasWritten_data();
    void readsWhatWasWritten();
    void replacesWhatWasThere();
    void keepsNamesApart();
    void findsNothingUnderAnUnknownName();
    void removes();
    void removingNothingIsSuccess();
    void isRefusedWhileLocked();
    void writingIsRefusedWhileLocked();
    void readsAgainAfterUnlocking();
    void survivesARestartOfTheService();
    void doesNotCallBackADeadContext();

private:
    std::optional<Secret> read(const QString &name);
    std::optional<Done> write(const QString &name, const QByteArray &secret);
    std::optional<Done> remove(const QString &name);
    void setLocked(bool locked);
    void startDaemon();

    const PrivateBus &m_bus;
    QProcess m_daemon;
    platform::Keychain m_keychain;
};

/// As the Secret Service wants it: (oayays).
struct BusSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};
Q_DECLARE_METATYPE(BusSecret)

QDBusArgument &operator<<(QDBusArgument &argument, const BusSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, BusSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

namespace {

const QByteArray password = "the password";
const QString secretService = QStringLiteral("org.freedesktop.Secret.Service");
const QString loginKeyring = QStringLiteral("/org/freedesktop/secrets/collection/login");
const QString name = QStringLiteral("https://chat.example:443/v2/chat 5f00000000000000000000a1");

/// What the service answers; nothing if with an error.
std::optional<QVariantList> call(const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"), interface, method);
    message.setArguments(arguments);
    const QDBusMessage reply = QDBusConnection::sessionBus().call(message);
    return reply.type() == QDBusMessage::ReplyMessage ? std::optional(reply.arguments()) : std::nullopt;
}

bool isServed()
{
    return QDBusConnection::sessionBus().interface()->isServiceRegistered(QStringLiteral("org.freedesktop.secrets"));
}

} // namespace

void TestKeychain::initTestCase()
{
    QVERIFY(m_bus.isRunning());
    qDBusRegisterMetaType<BusSecret>();
    startDaemon();
}

void TestKeychain::startDaemon()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *variable : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"}) {
        environment.insert(QString::fromLatin1(variable), m_bus.folder());
    }
    m_daemon.setProcessEnvironment(environment);
    m_daemon.setStandardErrorFile(QProcess::nullDevice());
    m_daemon.start(QStringLiteral("gnome-keyring-daemon"),
        {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
    m_daemon.write(password);
    m_daemon.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(isServed(), 10'000);
}

void TestKeychain::init()
{
    setLocked(false);
    QVERIFY(remove(name)->hasValue());
}

void TestKeychain::cleanupTestCase()
{
    m_daemon.kill();
    m_daemon.waitForFinished();
}

std::optional<Secret> TestKeychain::read(const QString &of)
{
    std::optional<Secret> answer;
    m_keychain.read(of, this, [&answer](const Secret &secret) { answer = secret; });
    return QTest::qWaitFor([&answer] { return answer.has_value(); }, 10'000) ? answer : std::nullopt;
}

std::optional<Done> TestKeychain::write(const QString &of, const QByteArray &secret)
{
    std::optional<Done> answer;
    m_keychain.write(of, secret, this, [&answer](const Done &done) { answer = done; });
    return QTest::qWaitFor([&answer] { return answer.has_value(); }, 10'000) ? answer : std::nullopt;
}

std::optional<Done> TestKeychain::remove(const QString &of)
{
    std::optional<Done> answer;
    m_keychain.remove(of, this, [&answer](const Done &done) { answer = done; });
    return QTest::qWaitFor([&answer] { return answer.has_value(); }, 10'000) ? answer : std::nullopt;
}

void TestKeychain::readsWhatWasWritten_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("a token") << QByteArray("eyJhbGciOiJIUzI1NiJ9.eyJpZCI6IjVmIn0.c2ln-_");
    QTest::newRow("a long one") << QByteArray(60'000, 'x');
    QTest::newRow("not ASCII") << QByteArray("kunci rahasia \xe2\x9c\x93");
}

void TestKeychain::readsWhatWasWritten()
{
    QFETCH(QByteArray, secret);
    const auto written = write(name, secret);
    QVERIFY(written && written->hasValue());
    const auto answer = read(name);
    QVERIFY(answer && answer->hasValue());
    QCOMPARE(answer->value(), secret);
}

void TestKeychain::replacesWhatWasThere()
{
    QVERIFY(write(name, "the first")->hasValue());
    QVERIFY(write(name, "the second")->hasValue());
    QCOMPARE(read(name)->value(), QByteArray("the second"));
}

void TestKeychain::keepsNamesApart()
{
    const QString other = name + QLatin1Char('b');
    QVERIFY(write(name, "mine")->hasValue());
    QVERIFY(write(other, "another one's")->hasValue());
    QCOMPARE(read(name)->value(), QByteArray("mine"));
    QVERIFY(remove(other)->hasValue());
    QCOMPARE(read(name)->value(), QByteArray("mine"));
}

void TestKeychain::findsNothingUnderAnUnknownName()
{
    const auto answer = read(name);
    QVERIFY(answer && !answer->hasValue());
    QCOMPARE(answer->error(), SecretError::NotFound);
}

void TestKeychain::removes()
{
    QVERIFY(write(name, "soon gone")->hasValue());
    QVERIFY(remove(name)->hasValue());
    QCOMPARE(read(name)->error(), SecretError::NotFound);
}

void TestKeychain::removingNothingIsSuccess()
{
    QVERIFY(remove(name)->hasValue());
}

void TestKeychain::isRefusedWhileLocked()
{
    QVERIFY(write(name, "behind a lock")->hasValue());
    setLocked(true);
    const auto answer = read(name);
    QVERIFY(answer && !answer->hasValue());
    QCOMPARE(answer->error(), SecretError::Refused);
}

void TestKeychain::writingIsRefusedWhileLocked()
{
    setLocked(true);
    const auto answer = write(name, "too late");
    QVERIFY(answer && !answer->hasValue());
    QCOMPARE(answer->error(), SecretError::Refused);
}

void TestKeychain::readsAgainAfterUnlocking()
{
    QVERIFY(write(name, "behind a lock")->hasValue());
    setLocked(true);
    QVERIFY(!read(name)->hasValue());
    setLocked(false);
    QCOMPARE(read(name)->value(), QByteArray("behind a lock"));
}

void TestKeychain::survivesARestartOfTheService()
{
    QVERIFY(write(name, "over a restart")->hasValue());
    m_daemon.kill();
    QVERIFY(m_daemon.waitForFinished());
    QTRY_VERIFY(!isServed());
    startDaemon();
    const auto answer = read(name);
    QVERIFY(answer && answer->hasValue());
    QCOMPARE(answer->value(), QByteArray("over a restart"));
}

void TestKeychain::doesNotCallBackADeadContext()
{
    bool called = false;
    {
        QObject context;
        m_keychain.read(name, &context, [&called](const Secret &) { called = true; });
    }
    // Asks are answered in their order: once this one is, the other one has been.
    QVERIFY(read(name).has_value());
    QVERIFY(!called);
}

/// The login keyring, which --unlock has made the default one.
void TestKeychain::setLocked(bool locked)
{
    if (locked) {
        const QList<QDBusObjectPath> objects{QDBusObjectPath(loginKeyring)};
        QVERIFY(call(secretService, QStringLiteral("Lock"), {QVariant::fromValue(objects)}));
        return;
    }
    const auto session = call(secretService, QStringLiteral("OpenSession"),
        {QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString()))});
    QVERIFY(session);
    const BusSecret secret{session->constLast().value<QDBusObjectPath>(), {}, password, QStringLiteral("text/plain")};
    QVERIFY(call(QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
        QStringLiteral("UnlockWithMasterPassword"),
        {QVariant::fromValue(QDBusObjectPath(loginKeyring)), QVariant::fromValue(secret)}));
}

int main(int argc, char **argv)
{
    const PrivateBus bus;
    // The desktop decides which keychain is used.
    qunsetenv("XDG_CURRENT_DESKTOP");
    const QCoreApplication application(argc, argv);
    TestKeychain test(bus);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_Keychain.moc"
