// SPDX-License-Identifier: MIT
#include "app/SignInKeeper.h"
#include "session/SessionBench.h"
#include "support/FakeSecretStore.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

using app::SignInKeeper;
using base::SecretError;
using Keychain = SignInKeeper::Keychain;
using namespace std::chrono_literals;

namespace {

const QByteArray token = "token-of-900";
const QByteArray otherToken = "token-of-901";

/// One run of the program on the bench's data folder.
class Run
{
public:
    Run(support::SessionBench &theBench, support::FakeSecretStore &secrets)
        : bench(theBench), settings(bench.folder.path()),
          keeper(*bench.session, secrets, settings, bench.clock, bench.folder.path())
    {
        QObject::connect(&keeper, &SignInKeeper::keychainChanged, &keeper, [this](Keychain now) { shown += now; });
        QObject::connect(&keeper, &SignInKeeper::tokenWanted, &keeper, [this] { ++wanted; });
    }

    /// On the sign-in page.
    void signIn(const QByteArray &typed = token)
    {
        const session::Credentials credentials = bench.credentials(typed);
        keeper.keep({credentials.server, credentials.path}, typed);
        bench.signIn(typed);
        bench.settle();
    }
    /// At the start of the program.
    void resume()
    {
        keeper.resume();
        keeper.askKeychain();
        bench.settle();
    }
    /// As the main menu does.
    void signOut()
    {
        keeper.signOut();
        bench.session->signOut();
        bench.settle();
    }
    Keychain now() const { return shown.isEmpty() ? Keychain::Fine : shown.constLast(); }
    bool isOpen() const
    {
        return !bench.screen->phases.isEmpty() && bench.screen->phases.constLast() == session::Phase::Open;
    }
    bool isOnline() const { return bench.screen->connection.link == session::Link::Online; }

    support::SessionBench &bench;
    base::Settings settings;
    SignInKeeper keeper;
    QList<Keychain> shown;
    int wanted = 0;
};

} // namespace

class TestSignInKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsTheTokenOnceItIsKnownWhoseItIs();
    void storesNothingForARefusedToken();
    void theTokenIsInNoFile();
    void resumesWithTheTokenOfTheKeychain();
    void showsTheListBeforeTheKeychainAnswers();
    void saysWhyThereIsNoToken_data();
    void saysWhyThereIsNoToken();
    void asksAgain();
    void aTokenForThisRunOnlyIsNotKept();
    void continuingIsPossibleWhileTheKeychainWaits();
    void aLateAnswerAfterContinuingIsNotUsed();
    void aLateAnswerAfterSigningOutIsNotUsed();
    void sayingThatItStoresTakesTwoSeconds();
    void aQuickKeychainIsNotMentioned();
    void failingToStoreNeverEndsTheSession_data();
    void failingToStoreNeverEndsTheSession();
    void storesAgain();
    void aTokenStoredAfterSigningOutIsRemovedAgain();
    void aTokenStoredAfterContinuingIsRemovedAgain();
    void signingOutForgetsTheTokenAndWho();
    void signingOutElsewhereLeavesWhoStayed();
    void aSecondAccountHasAnEntryOfItsOwn();
    void anotherFolderHasAnEntryOfItsOwn();
    void theDemoIsNotKept();
    void damagedSettingsMeanNobody_data();
    void damagedSettingsMeanNobody();

private:
    void restart();

    std::unique_ptr<support::SessionBench> m_bench;
    std::unique_ptr<support::FakeSecretStore> m_secrets;
    std::unique_ptr<Run> m_run;
};

void TestSignInKeeper::init()
{
    m_bench = std::make_unique<support::SessionBench>();
    m_bench->server.fill(3);
    m_secrets = std::make_unique<support::FakeSecretStore>();
    m_run = std::make_unique<Run>(*m_bench, *m_secrets);
}

void TestSignInKeeper::cleanup()
{
    m_run.reset();
    m_bench.reset();
    m_secrets.reset();
}

void TestSignInKeeper::restart()
{
    m_run.reset();
    m_bench->restart();
    m_run = std::make_unique<Run>(*m_bench, *m_secrets);
}

void TestSignInKeeper::keepsTheTokenOnceItIsKnownWhoseItIs()
{
    QVERIFY(!m_run->keeper.keptAt());
    m_run->signIn();
    QCOMPARE(m_secrets->secrets.values(), QList<QByteArray>{token});
    QVERIFY(m_run->keeper.keptAt());
    QCOMPARE(m_run->keeper.keptAt()->server, m_bench->credentials().server);
}

void TestSignInKeeper::storesNothingForARefusedToken()
{
    m_bench->server.welcome = QList<QByteArray>{
        support::ScriptedServer::openPacket(), R"(42["join",{"status":"error","message":"INVALID_TOKEN"}])"};
    m_run->signIn();
    QCOMPARE(m_secrets->writes, 0);
    QVERIFY(!m_run->keeper.keptAt());
}

void TestSignInKeeper::theTokenIsInNoFile()
{
    m_run->signIn();
    restart();
    QDirIterator files(m_bench->folder.path(), QDir::Files, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(token), qPrintable(file.fileName()));
        ++looked;
    }
    QVERIFY(looked > 1);
}

void TestSignInKeeper::resumesWithTheTokenOfTheKeychain()
{
    m_run->signIn();
    restart();
    QVERIFY(m_run->keeper.keptAt());
    m_run->resume();
    QVERIFY(m_run->isOnline());
    QCOMPARE(m_run->now(), Keychain::Fine);
    QCOMPARE(m_secrets->writes, 1);
}

void TestSignInKeeper::showsTheListBeforeTheKeychainAnswers()
{
    m_run->signIn();
    restart();
    m_secrets->silent = true;
    const int connections = m_bench->wire.connections();
    m_run->resume();
    QVERIFY(m_run->isOpen());
    QCOMPARE(m_bench->screen->rows.size(), 3);
    QCOMPARE(m_run->now(), Keychain::Reading);
    QCOMPARE(m_bench->wire.connections(), connections);
    m_secrets->answer();
    m_bench->settle();
    QVERIFY(m_run->isOnline());
    QCOMPARE(m_run->now(), Keychain::Fine);
}

void TestSignInKeeper::saysWhyThereIsNoToken_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("shown");
    const auto row = [](const char *name, SecretError error, Keychain shown) {
        QTest::newRow(name) << static_cast<int>(error) << static_cast<int>(shown);
    };
    row("not there", SecretError::NotFound, Keychain::Missing);
    row("refused", SecretError::Refused, Keychain::Refused);
    row("no keychain", SecretError::Unavailable, Keychain::Unavailable);
    row("failed", SecretError::Failed, Keychain::Unavailable);
}

void TestSignInKeeper::saysWhyThereIsNoToken()
{
    QFETCH(int, error);
    m_run->signIn();
    restart();
    m_secrets->error = static_cast<SecretError>(error);
    m_run->resume();
    QVERIFY(m_run->isOpen());
    QTEST(static_cast<int>(m_run->now()), "shown");
    QVERIFY(m_run->keeper.keptAt());
}

void TestSignInKeeper::asksAgain()
{
    m_run->signIn();
    restart();
    m_secrets->error = SecretError::Refused;
    m_run->resume();
    QCOMPARE(m_run->now(), Keychain::Refused);
    m_secrets->error.reset();
    m_run->keeper.askKeychain();
    QCOMPARE(m_run->now(), Keychain::Reading);
    m_bench->settle();
    QVERIFY(m_run->isOnline());
}

void TestSignInKeeper::aTokenForThisRunOnlyIsNotKept()
{
    m_run->signIn();
    restart();
    m_secrets->error = SecretError::Refused;
    m_run->resume();
    m_run->keeper.continueForThisRun();
    QCOMPARE(m_run->wanted, 1);
    m_bench->session->signOut(); // as the program does: the page is wanted
    m_bench->settle();
    m_secrets->error.reset();
    m_run->signIn("wrong");
    m_run->signIn();
    QVERIFY(m_run->isOnline());
    QCOMPARE(m_secrets->writes, 1);
    restart();
    m_run->resume();
    QVERIFY(m_run->isOnline()); // with what was kept before
}

void TestSignInKeeper::continuingIsPossibleWhileTheKeychainWaits()
{
    m_run->signIn();
    restart();
    m_secrets->silent = true;
    m_run->resume();
    m_run->keeper.continueForThisRun();
    QCOMPARE(m_run->wanted, 1);
    QCOMPARE(m_run->now(), Keychain::Fine);
}

void TestSignInKeeper::aLateAnswerAfterContinuingIsNotUsed()
{
    m_run->signIn();
    restart();
    m_secrets->silent = true;
    m_run->resume();
    m_run->keeper.continueForThisRun();
    m_bench->session->signOut();
    m_bench->settle();
    const int connections = m_bench->wire.connections();
    m_secrets->answer();
    m_bench->settle();
    QCOMPARE(m_bench->wire.connections(), connections);
    QCOMPARE(m_run->now(), Keychain::Fine);
}

void TestSignInKeeper::aLateAnswerAfterSigningOutIsNotUsed()
{
    m_run->signIn();
    restart();
    m_secrets->silent = true;
    m_run->resume();
    m_run->signOut();
    const int connections = m_bench->wire.connections();
    m_secrets->answer();
    m_bench->settle();
    QCOMPARE(m_bench->wire.connections(), connections);
    QVERIFY(m_secrets->secrets.isEmpty());
    QVERIFY(!m_run->keeper.keptAt());
}

void TestSignInKeeper::sayingThatItStoresTakesTwoSeconds()
{
    m_secrets->silent = true;
    m_run->signIn();
    QVERIFY(m_run->isOnline());
    m_bench->clock.advance(1900ms);
    QVERIFY(m_run->shown.isEmpty());
    m_bench->clock.advance(200ms);
    QCOMPARE(m_run->now(), Keychain::Storing);
    m_secrets->answer();
    m_bench->settle();
    QCOMPARE(m_run->now(), Keychain::Fine);
    QVERIFY(m_run->keeper.keptAt());
}

void TestSignInKeeper::aQuickKeychainIsNotMentioned()
{
    m_run->signIn();
    m_bench->pass(5s);
    QVERIFY(m_run->shown.isEmpty());
}

void TestSignInKeeper::failingToStoreNeverEndsTheSession_data()
{
    saysWhyThereIsNoToken_data();
}

void TestSignInKeeper::failingToStoreNeverEndsTheSession()
{
    QFETCH(int, error);
    m_secrets->error = static_cast<SecretError>(error);
    m_run->signIn();
    QVERIFY(m_run->isOnline());
    QTEST(static_cast<int>(m_run->now()), "shown");
    QVERIFY(!m_run->keeper.keptAt());
    m_run->keeper.continueForThisRun();
    m_bench->settle();
    QCOMPARE(m_run->wanted, 0);
    QVERIFY(m_run->isOnline());
    QCOMPARE(m_run->now(), Keychain::Fine);
}

void TestSignInKeeper::storesAgain()
{
    m_secrets->error = SecretError::Refused;
    m_run->signIn();
    m_secrets->error.reset();
    m_run->keeper.askKeychain();
    QCOMPARE(m_run->now(), Keychain::Storing);
    m_bench->settle();
    QCOMPARE(m_run->now(), Keychain::Fine);
    QCOMPARE(m_secrets->secrets.values(), QList<QByteArray>{token});
    QVERIFY(m_run->keeper.keptAt());
}

void TestSignInKeeper::aTokenStoredAfterSigningOutIsRemovedAgain()
{
    m_secrets->silent = true;
    m_run->signIn();
    QCOMPARE(m_secrets->writes, 1);
    m_run->signOut();
    m_secrets->answer();
    m_bench->settle();
    QVERIFY(m_secrets->secrets.isEmpty());
    QVERIFY(!m_run->keeper.keptAt());
    QCOMPARE(m_run->now(), Keychain::Fine);
}

void TestSignInKeeper::aTokenStoredAfterContinuingIsRemovedAgain()
{
    m_secrets->silent = true;
    m_run->signIn();
    m_run->keeper.continueForThisRun();
    m_secrets->answer();
    m_bench->settle();
    QVERIFY(m_secrets->secrets.isEmpty());
    QVERIFY(!m_run->keeper.keptAt());
    QVERIFY(m_run->isOnline());
}

void TestSignInKeeper::signingOutForgetsTheTokenAndWho()
{
    m_run->signIn();
    m_run->signOut();
    QVERIFY(m_secrets->secrets.isEmpty());
    restart();
    QVERIFY(!m_run->keeper.keptAt());
}

/// A token from the environment is another account's: signing out of that one is no reason to forget the first.
void TestSignInKeeper::signingOutElsewhereLeavesWhoStayed()
{
    m_run->signIn();
    restart();
    m_bench->server.me = 901;
    m_bench->signIn(otherToken);
    m_bench->settle();
    m_run->signOut();
    QCOMPARE(m_secrets->secrets.values(), QList<QByteArray>{token});
    QVERIFY(m_run->keeper.keptAt());
}

void TestSignInKeeper::aSecondAccountHasAnEntryOfItsOwn()
{
    m_run->signIn();
    m_bench->session->signOut();
    m_bench->settle();
    m_bench->server.me = 901;
    m_run->signIn(otherToken);
    QCOMPARE(m_secrets->secrets.size(), 2);
    QVERIFY(m_secrets->secrets.values().contains(token));
    restart();
    m_run->resume();
    QCOMPARE(m_bench->screen->mes.constLast().user.id, support::ScriptedServer::userId(901));
    QVERIFY(m_bench->wire.lastUrl().toString().contains(QString::fromUtf8(otherToken)));
}

void TestSignInKeeper::anotherFolderHasAnEntryOfItsOwn()
{
    m_run->signIn();
    support::SessionBench other;
    other.server.fill(1);
    Run run(other, *m_secrets);
    run.signIn();
    QCOMPARE(m_secrets->secrets.size(), 2);
    run.signOut();
    QCOMPARE(m_secrets->secrets.size(), 1);
    QVERIFY(m_run->keeper.keptAt());
}

void TestSignInKeeper::theDemoIsNotKept()
{
    // A token that was typed, and given up for the demo before anybody answered.
    m_bench->server.reachable = false;
    m_run->signIn();
    m_run->keeper.keepNothing();
    m_bench->server.reachable = true;
    m_bench->signIn(otherToken);
    m_bench->settle();
    QVERIFY(m_run->isOnline());
    QCOMPARE(m_secrets->writes, 0);
    QVERIFY(!m_run->keeper.keptAt());
}

void TestSignInKeeper::damagedSettingsMeanNobody_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("no server") << QStringLiteral("account/server") << QVariant(QString());
    QTest::newRow("a server that is none") << QStringLiteral("account/server") << QVariant(QStringLiteral("::"));
    QTest::newRow("a list") << QStringLiteral("account/path") << QVariant(QVariantList{1, 2});
    QTest::newRow("a user that is none") << QStringLiteral("account/user") << QVariant(QStringLiteral("../../etc"));
}

void TestSignInKeeper::damagedSettingsMeanNobody()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    m_run->signIn();
    m_run->settings.setValue(key, value);
    restart();
    QVERIFY(!m_run->keeper.keptAt());
    m_run->resume();
    QCOMPARE(m_secrets->reads, 0);
}

QTEST_GUILESS_MAIN(TestSignInKeeper)
#include "tst_SignInKeeper.moc"
