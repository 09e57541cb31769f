// SPDX-License-Identifier: MIT
#include "media/PictureAddress.h"
#include "media/PictureFetcher.h"
#include "media/PictureServer.h"
#include "support/FakeClock.h"

#include <QSignalSpy>
#include <QTest>

using media::DownloadError;
using media::PictureFetcher;
using media_bench::PictureServer;
using Answer = PictureServer::Answer;
using namespace std::chrono_literals;

namespace {

/// A fetcher and what it says.
struct Stage
{
    explicit Stage(const media::PictureLimits &limits = {}) : fetcher(clock, limits)
    {
        QObject::connect(&fetcher, &PictureFetcher::failed, &fetcher,
            [this](const QUrl &, DownloadError error) { errors.append(error); });
    }
    QUrl url(const QString &path) const { return *media::pictureUrl(server.address(path)); }
    void fetch(const QString &path) { fetcher.fetch(url(path)); }
    /// The paths fetched so far, in their order.
    QStringList done() const
    {
        QStringList paths;
        for (const QList<QVariant> &arguments : fetched) {
            paths.append(arguments.at(0).toUrl().path());
        }
        return paths;
    }

    support::FakeClock clock;
    PictureServer server;
    PictureFetcher fetcher;
    QSignalSpy fetched{&fetcher, &PictureFetcher::fetched};
    QSignalSpy requested{&fetcher, &PictureFetcher::requested};
    QList<DownloadError> errors;
};

Answer held(const QByteArray &body)
{
    Answer answer;
    answer.body = body;
    answer.isHeld = true;
    return answer;
}

Answer status(int status, const QByteArrayList &headers = {})
{
    Answer answer;
    answer.status = status;
    answer.headers = headers;
    answer.body = "<html>no</html>";
    return answer;
}

QString number(int n)
{
    return QLatin1Char('/') + QString::number(n);
}

} // namespace

class TestPictureFetcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBytesComeAsTheyAre();
    void aBadAnswerIsTheFaultOfTheAddress_data();
    void aBadAnswerIsTheFaultOfTheAddress();
    void aRedirectElsewhereIsNotFollowed_data();
    void aRedirectElsewhereIsNotFollowed();
    void threeRedirectsAreFollowedAndNoFourth();
    void anEndlessBodyEndsAtTheLimit();
    void aServerThatIsAwayIsNoFaultOfTheAddress();
    void whatStandsStillEnds_data();
    void whatStandsStillEnds();
    void whatTakesTooLongEnds();
    void sixAtOnce();
    void theOneWantedLastIsNext();
    void aRetryComesLast();
    void oneDownloadHoweverOftenItIsAskedFor();
    void cancellingAborts();
    void cancellingMakesRoomForTheNext();
    void nothingTellsWhoAsks();
    void aRefusedPasswordIsNotAskedFor();
    void withoutTlsNothingIsSaid();
};

void TestPictureFetcher::theBytesComeAsTheyAre()
{
    Stage stage;
    const QByteArray body(9 * 1024 * 1024, 'x');
    stage.server.setPicture(QStringLiteral("/1"), body);
    stage.fetch(QStringLiteral("/1"));
    QTRY_COMPARE(stage.fetched.count(), 1);
    QCOMPARE(stage.fetched.at(0).at(0).toUrl(), stage.url(QStringLiteral("/1")));
    QVERIFY(stage.fetched.at(0).at(1).toByteArray() == body);
    QVERIFY(stage.errors.isEmpty());
    QCOMPARE(stage.clock.activeTimers(), 0);
}

void TestPictureFetcher::aBadAnswerIsTheFaultOfTheAddress_data()
{
    QTest::addColumn<Answer>("answer");
    for (const int code : {204, 206, 304, 400, 401, 403, 404, 410, 500, 503}) {
        QTest::addRow("%d", code) << status(code);
    }
    Answer declared = status(200);
    declared.length = 100'000'000;
    QTest::newRow("100 MB by its header") << declared;
    Answer broken = status(200);
    broken.length = 1000;
    broken.closes = true;
    QTest::newRow("broken off") << broken;
    QTest::newRow("a redirect to nowhere") << status(302);
}

void TestPictureFetcher::aBadAnswerIsTheFaultOfTheAddress()
{
    QFETCH(Answer, answer);
    Stage stage;
    stage.server.setAnswer(QStringLiteral("/1"), answer);
    stage.fetch(QStringLiteral("/1"));
    QTRY_COMPARE(stage.errors, QList{DownloadError::Refused});
    QVERIFY(stage.fetched.isEmpty());
    QCOMPARE(stage.server.count(QStringLiteral("/1")), 1);
    QCOMPARE(stage.clock.activeTimers(), 0);
}

void TestPictureFetcher::aRedirectElsewhereIsNotFollowed_data()
{
    QTest::addColumn<QByteArray>("location"); // PORT: the other server's, HERE: this one's
    QTest::newRow("another port") << QByteArray("http://127.0.0.1:PORT/2");
    QTest::newRow("another name of the same computer") << QByteArray("http://localhost:HERE/2");
    QTest::newRow("another host") << QByteArray("https://cdn.example.org/2");
    QTest::newRow("another scheme") << QByteArray("https://127.0.0.1:HERE/2");
    QTest::newRow("a file") << QByteArray("file:///etc/passwd");
    QTest::newRow("data") << QByteArray("data:image/png;base64,iVBORw0KGgo=");
    QTest::newRow("a password") << QByteArray("http://me:secret@127.0.0.1:HERE/2");
    QTest::newRow("without a scheme") << QByteArray("//127.0.0.1:PORT/2");
    QTest::newRow("nonsense") << QByteArray("http://[/2");
}

void TestPictureFetcher::aRedirectElsewhereIsNotFollowed()
{
    QFETCH(QByteArray, location);
    Stage stage;
    PictureServer other;
    other.setPicture(QStringLiteral("/2"), "other");
    stage.server.setPicture(QStringLiteral("/2"), "two");
    location.replace("PORT", QByteArray::number(other.port())).replace("HERE", QByteArray::number(stage.server.port()));
    stage.server.setAnswer(QStringLiteral("/1"), status(302, {"Location: " + location}));
    stage.fetch(QStringLiteral("/1"));
    QTRY_COMPARE(stage.errors, QList{DownloadError::Refused});
    QCOMPARE(stage.server.requests().size(), 1);
    QCOMPARE(other.requests().size(), 0);
    QCOMPARE(other.connections(), 0);
}

void TestPictureFetcher::threeRedirectsAreFollowedAndNoFourth()
{
    Stage stage;
    stage.server.setAnswer(QStringLiteral("/1"), status(301, {"Location: /2"}));
    stage.server.setAnswer(
        QStringLiteral("/2"), status(302, {"Location: " + stage.server.address(number(3)).toLatin1()}));
    stage.server.setAnswer(QStringLiteral("/3"), status(307, {"Location: 4"}));
    stage.server.setPicture(QStringLiteral("/4"), "four");
    stage.server.setAnswer(QStringLiteral("/0"), status(308, {"Location: /1"}));
    stage.fetch(QStringLiteral("/1"));
    QTRY_COMPARE(stage.fetched.count(), 1);
    QCOMPARE(stage.fetched.at(0).at(0).toUrl(), stage.url(QStringLiteral("/1")));
    QCOMPARE(stage.fetched.at(0).at(1).toByteArray(), QByteArray("four"));
    QCOMPARE(stage.requested.count(), 4);

    stage.fetch(QStringLiteral("/0"));
    QTRY_COMPARE(stage.errors, QList{DownloadError::Refused});
    QCOMPARE(stage.server.count(QStringLiteral("/4")), 1);
}

void TestPictureFetcher::anEndlessBodyEndsAtTheLimit()
{
    Stage stage;
    Answer endless;
    endless.body = QByteArray(32 * 1024, 'x');
    endless.length = Answer::noLength;
    endless.isEndless = true;
    stage.server.setAnswer(QStringLiteral("/1"), endless);
    stage.fetch(QStringLiteral("/1"));
    QTRY_COMPARE_WITH_TIMEOUT(stage.errors, QList{DownloadError::Refused}, 20'000);
    QTRY_COMPARE(stage.server.connections(), 0);
    // What the system holds on its way comes on top of the 10 MB.
    QVERIFY(stage.server.bytesSent() < 30 * 1024 * 1024);
}

void TestPictureFetcher::aServerThatIsAwayIsNoFaultOfTheAddress()
{
    Stage stage;
    stage.server.goDown();
    stage.fetch(QStringLiteral("/1"));
    QTRY_COMPARE(stage.errors, QList{DownloadError::CutOff});
}

void TestPictureFetcher::whatStandsStillEnds_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::newRow("before its header") << held("x");
    Answer stuck;
    stuck.body = "some";
    stuck.length = 1000;
    QTest::newRow("in its body") << stuck;
}

void TestPictureFetcher::whatStandsStillEnds()
{
    QFETCH(Answer, answer);
    Stage stage;
    stage.server.setAnswer(QStringLiteral("/1"), answer);
    stage.fetch(QStringLiteral("/1"));
    QTRY_COMPARE(stage.server.requests().size(), 1);
    stage.clock.advance(29'999ms);
    QVERIFY(stage.errors.isEmpty());
    // What came meanwhile counts as progress: time goes on until nothing does.
    for (int second = 0; second < 31 && stage.errors.isEmpty(); ++second) {
        QCoreApplication::processEvents();
        stage.clock.advance(1s);
    }
    QTRY_COMPARE(stage.errors, QList{DownloadError::CutOff});
    QTRY_COMPARE(stage.server.connections(), 0);
}

void TestPictureFetcher::whatTakesTooLongEnds()
{
    media::PictureLimits limits;
    limits.stillness = 1h;
    Stage stage(limits);
    Answer stuck;
    stuck.body = "some";
    stuck.length = 1000;
    stage.server.setAnswer(QStringLiteral("/1"), stuck);
    stage.fetch(QStringLiteral("/1"));
    QTRY_COMPARE(stage.server.requests().size(), 1);
    stage.clock.advance(299s);
    QVERIFY(stage.errors.isEmpty());
    stage.clock.advance(1s);
    QCOMPARE(stage.errors, QList{DownloadError::Refused});
    QTRY_COMPARE(stage.server.connections(), 0);
}

void TestPictureFetcher::sixAtOnce()
{
    Stage stage;
    for (int n = 0; n < 20; ++n) {
        stage.server.setAnswer(number(n), held("x"));
        stage.fetch(number(n));
    }
    QTRY_COMPARE(stage.server.held(), 6);
    QCOMPARE(stage.requested.count(), 6);
    stage.server.release();
    QTRY_COMPARE(stage.fetched.count(), 20);
    QCOMPARE(stage.server.mostHeld(), 6);
    QCOMPARE(stage.server.requests().size(), 20);
}

void TestPictureFetcher::theOneWantedLastIsNext()
{
    media::PictureLimits limits;
    limits.downloads = 1;
    Stage stage(limits);
    for (int n = 0; n < 5; ++n) {
        stage.server.setPicture(number(n), "x");
        stage.fetch(number(n));
    }
    stage.fetch(number(2)); // asked for once more
    QTRY_COMPARE(stage.fetched.count(), 5);
    QCOMPARE(stage.done(), QStringList({number(0), number(2), number(4), number(3), number(1)}));
}

void TestPictureFetcher::aRetryComesLast()
{
    media::PictureLimits limits;
    limits.downloads = 1;
    Stage stage(limits);
    for (int n = 0; n < 4; ++n) {
        stage.server.setPicture(number(n), "x");
    }
    stage.fetch(number(0));
    stage.fetch(number(1));
    stage.fetcher.fetch(stage.url(number(2)), PictureFetcher::Turn::Last);
    stage.fetch(number(3));
    QTRY_COMPARE(stage.fetched.count(), 4);
    QCOMPARE(stage.done(), QStringList({number(0), number(3), number(1), number(2)}));
}

void TestPictureFetcher::oneDownloadHoweverOftenItIsAskedFor()
{
    Stage stage;
    stage.server.setAnswer(number(1), held("x"));
    stage.fetch(number(1));
    stage.fetch(number(1));
    QTRY_COMPARE(stage.server.held(), 1);
    stage.fetch(number(1));
    stage.server.release();
    QTRY_COMPARE(stage.fetched.count(), 1);
    QCOMPARE(stage.server.requests().size(), 1);
}

void TestPictureFetcher::cancellingAborts()
{
    Stage stage;
    stage.server.setAnswer(number(1), held("x"));
    stage.fetch(number(1));
    QTRY_COMPARE(stage.server.held(), 1);
    stage.fetcher.cancel(stage.url(number(1)));
    QTRY_COMPARE(stage.server.connections(), 0);
    QVERIFY(stage.fetched.isEmpty());
    QVERIFY(stage.errors.isEmpty());
    QCOMPARE(stage.clock.activeTimers(), 0);
}

void TestPictureFetcher::cancellingMakesRoomForTheNext()
{
    media::PictureLimits limits;
    limits.downloads = 1;
    Stage stage(limits);
    stage.server.setAnswer(number(1), held("x"));
    for (const int n : {2, 3}) {
        stage.server.setPicture(number(n), "x");
    }
    stage.fetch(number(1));
    stage.fetch(number(2));
    stage.fetch(number(3));
    QTRY_COMPARE(stage.server.held(), 1);
    stage.fetcher.cancel(stage.url(number(2))); // had not begun
    stage.fetcher.cancel(stage.url(number(1)));
    QTRY_COMPARE(stage.done(), QStringList(number(3)));
    QCOMPARE(stage.server.count(number(2)), 0);
}

void TestPictureFetcher::nothingTellsWhoAsks()
{
    Stage stage;
    Answer first;
    first.body = "x";
    first.headers = {"Set-Cookie: who=me; Path=/", "Content-Encoding: identity"};
    stage.server.setAnswer(number(1), first);
    stage.server.setAnswer(number(2), status(302, {"Location: /3", "Set-Cookie: again=me"}));
    stage.server.setPicture(number(3), "y");
    stage.fetch(number(1));
    QTRY_COMPARE(stage.fetched.count(), 1);
    stage.fetch(number(2));
    QTRY_COMPARE(stage.fetched.count(), 2);
    QCOMPARE(stage.server.requests().size(), 3);
    static const QByteArrayList known{
        "host", "user-agent", "accept", "accept-encoding", "accept-language", "connection"};
    for (const PictureServer::Request &request : stage.server.requests()) {
        for (const QByteArray &header : request.headers) {
            QVERIFY2(known.contains(header.split(':').first()), header.constData());
        }
        QVERIFY(request.headers.contains("accept-encoding: identity"));
        QVERIFY(request.headers.contains("user-agent: opentripchat"));
    }
}

void TestPictureFetcher::aRefusedPasswordIsNotAskedFor()
{
    Stage stage;
    stage.server.setAnswer(number(1), status(401, {"WWW-Authenticate: Basic realm=\"x\""}));
    stage.fetch(number(1));
    QTRY_COMPARE(stage.errors, QList{DownloadError::Refused});
    QCOMPARE(stage.server.requests().size(), 1);
}

void TestPictureFetcher::withoutTlsNothingIsSaid()
{
    Stage stage;
    // The server does not speak TLS.
    QString address = stage.server.address(number(1));
    stage.fetcher.fetch(*media::pictureUrl(address.replace(QLatin1String("http:"), QLatin1String("https:"))));
    QTRY_COMPARE(stage.errors.size(), 1);
    QVERIFY(stage.server.requests().isEmpty());
    QVERIFY(stage.fetched.isEmpty());
}

/// OpenSSL keeps a list of errors for each thread it failed in, and leaves it behind.
extern "C" const char *__lsan_default_suppressions() // NOLINT(bugprone-reserved-identifier)
{
    return "leak:libcrypto";
}

QTEST_GUILESS_MAIN(TestPictureFetcher)
#include "tst_PictureFetcher.moc"
