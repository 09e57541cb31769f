// SPDX-License-Identifier: MIT
#include "platform/Keychain.h"
#include "platform/PrivateBus.h"

#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QTest>

#include <optional>

using base::SecretError;
using Secret = base::Result<QByteArray, SecretError>;
using Done = base::Result<void, SecretError>;

/// Where no service holds secrets, and where one does but never answers.
class TestKeychainAbsent : public QObject
{
    Q_OBJECT

public:
    explicit TestKeychainAbsent(const PrivateBus &bus) : m_bus(bus) { }

private Q_SLOTS:
    void readingSaysThatThereIsNone();
    void writingSaysThatThereIsNone();
    void removingSaysThatThereIsNone();
    void anUnansweredAskIsNoHarm();

private:
    const PrivateBus &m_bus;
    platform::Keychain m_keychain;
};

namespace {

/// Takes every call and answers none.
class SilentService : public QDBusVirtualObject
{
public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &, const QDBusConnection &) override
    {
        ++calls;
        return true;
    }

    int calls = 0;
};

} // namespace

void TestKeychainAbsent::readingSaysThatThereIsNone()
{
    std::optional<Secret> answer;
    m_keychain.read(QStringLiteral("a"), this, [&answer](const Secret &secret) { answer = secret; });
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(answer->error(), SecretError::Unavailable);
}

void TestKeychainAbsent::writingSaysThatThereIsNone()
{
    std::optional<Done> answer;
    m_keychain.write(QStringLiteral("a"), "secret", this, [&answer](const Done &done) { answer = done; });
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(answer->error(), SecretError::Unavailable);
}

void TestKeychainAbsent::removingSaysThatThereIsNone()
{
    std::optional<Done> answer;
    m_keychain.remove(QStringLiteral("a"), this, [&answer](const Done &done) { answer = done; });
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(answer->error(), SecretError::Unavailable);
}

/// Last: what follows waits behind it.
void TestKeychainAbsent::anUnansweredAskIsNoHarm()
{
    SilentService silent;
    QDBusConnection service = m_bus.connection(QStringLiteral("silent"));
    QVERIFY(
        service.registerVirtualObject(QStringLiteral("/org/freedesktop/secrets"), &silent, QDBusConnection::SubPath));
    QVERIFY(service.registerService(QStringLiteral("org.freedesktop.secrets")));
    bool answered = false;
    m_keychain.read(QStringLiteral("a"), this, [&answered](const Secret &) { answered = true; });
    QTRY_VERIFY(silent.calls > 0);
    QVERIFY(!answered);
}

int main(int argc, char **argv)
{
    const PrivateBus bus;
    // The desktop decides which keychain is used.
    qunsetenv("XDG_CURRENT_DESKTOP");
    const QCoreApplication application(argc, argv);
    TestKeychainAbsent test(bus);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_KeychainAbsent.moc"
