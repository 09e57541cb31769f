// SPDX-License-Identifier: MIT
#include "media/PictureProvider.h"
#include "media/PictureStage.h"
#include "media/SamplePictures.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <vector>

using namespace media_bench;
using namespace std::chrono_literals;
using Answer = PictureServer::Answer;

namespace {

const QString one = QStringLiteral("/1");

QByteArray red()
{
    return plain("png", {200, 200}, Qt::red);
}

Answer held(const QByteArray &body)
{
    Answer answer;
    answer.body = body;
    answer.isHeld = true;
    return answer;
}

QString number(int n)
{
    return QLatin1Char('/') + QString::number(n);
}

} // namespace

class TestPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureComesRoundAndAtItsSize();
    void theSizeInPixels_data();
    void theSizeInPixels();
    void aBadPictureIsAskedForOnceInTenMinutes_data();
    void aBadPictureIsAskedForOnceInTenMinutes();
    void whatMayNotBeAskedForIsNot();
    void oneRequestForEverySize();
    void anotherSizeComesFromTheDisk();
    void whatIsInMemoryNeedsNobodyElse();
    void memoryHasALimit();
    void nobodyWaitsSoNothingIsFetched();
    void oneWhoLeavesTakesNothingFromTheOther();
    void whatIsScrolledPastIsNeverAskedFor();
    void whatWasCutOffComesByItself();
    void theRetriesGetRarer();
    void theNetworkIsBack();
    void cutOffAndAskedAgainAtOnceIsNotAnotherRequest();
    void whatWasCutOffIsAskedForAgainAfterSeconds();
    void aRestartMakesNoRequest();
    void aDamagedFileIsFetchedAgain();
    void aBadPictureIsNotKept();
    void withoutADiskItWorksAllTheSame();
};

void TestPictures::aPictureComesRoundAndAtItsSize()
{
    PictureStage stage;
    stage.server.setPicture(one, red());
    const auto question = stage.ask(one, {96, 96});
    QTRY_VERIFY(question->isShown());
    QCOMPARE(question->image().size(), QSize(96, 96));
    QCOMPARE(question->image().pixelColor(48, 48), QColor(Qt::red));
    QCOMPARE(question->image().pixelColor(1, 1).alpha(), 0);
    QCOMPARE(stage.pictures->counts().bytesInMemory, 96 * 96 * 4);
    QCOMPARE(stage.pictures->counts().decoded, 1);
    QCOMPARE(stage.requests(), 1);
}

void TestPictures::theSizeInPixels_data()
{
    QTest::addColumn<QSize>("asked");
    QTest::addColumn<QSize>("pixels");
    QTest::newRow("as asked") << QSize(48, 48) << QSize(48, 48);
    QTest::newRow("twice the pixels") << QSize(96, 96) << QSize(96, 96);
    QTest::newRow("one and a half") << QSize(72, 72) << QSize(72, 72);
    QTest::newRow("nothing") << QSize() << QSize(96, 96);
    QTest::newRow("zero") << QSize(0, 0) << QSize(96, 96);
    QTest::newRow("negative") << QSize(-5, -7) << QSize(96, 96);
    QTest::newRow("width only") << QSize(40, 0) << QSize(40, 40);
    QTest::newRow("height only") << QSize(-1, 40) << QSize(40, 40);
    QTest::newRow("absurd") << QSize(1'000'000, 3) << QSize(2048, 3);
}

void TestPictures::theSizeInPixels()
{
    QFETCH(QSize, asked);
    QFETCH(QSize, pixels);
    QCOMPARE(media::PictureProvider::pixelsFor(asked), pixels);
}

void TestPictures::aBadPictureIsAskedForOnceInTenMinutes_data()
{
    QTest::addColumn<Answer>("answer");
    const auto body = [](const char *name, const QByteArray &bytes, int status = 200) {
        Answer answer;
        answer.body = bytes;
        answer.status = status;
        QTest::newRow(name) << answer;
    };
    const QSize huge(60'000, 60'000);
    body("404", red(), 404);
    body("500", red(), 500);
    body("0 bytes", {});
    body("HTML", "<html><body>Sign in to the free Wi-Fi</body></html>");
    body("SVG", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    body("truncated PNG", noise("png", {99, 99}).first(9000));
    body("truncated JPEG", noise("jpeg", {99, 99}).first(3000));
    body("PNG bomb", bomb("png", huge));
    body("JPEG bomb", bomb("jpeg", huge));
    body("GIF bomb", bomb("gif", huge));
    Answer brokenOff;
    brokenOff.body = red();
    brokenOff.length = brokenOff.body.size() + 1;
    brokenOff.closes = true;
    QTest::newRow("broken off") << brokenOff;
    Answer huge100;
    huge100.body = red();
    huge100.length = 100'000'000;
    QTest::newRow("100 MB") << huge100;
    Answer elsewhere;
    elsewhere.status = 302;
    elsewhere.headers = {"Location: https://cdn.example.org/1.jpg"};
    QTest::newRow("redirect elsewhere") << elsewhere;
}

void TestPictures::aBadPictureIsAskedForOnceInTenMinutes()
{
    QFETCH(Answer, answer);
    PictureStage stage;
    stage.server.setAnswer(one, answer);
    const auto first = stage.ask(one);
    QTRY_VERIFY(first->isRefused());
    stage.clock.advance(10min - 1ms);
    const auto again = stage.ask(one, {30, 30});
    QTRY_VERIFY(again->isRefused());
    QCOMPARE(stage.server.count(one), 1);

    // Afterwards it may have become better.
    stage.clock.advance(1ms);
    stage.server.setPicture(one, red());
    const auto later = stage.ask(one);
    QTRY_VERIFY(later->isShown());
    QCOMPARE(stage.server.count(one), 2);
}

void TestPictures::whatMayNotBeAskedForIsNot()
{
    PictureStage stage;
    for (const QString &address : {QStringLiteral("none"), QStringLiteral("image.url"), QString(),
             QStringLiteral("http://cdn.example.org/1.jpg"), QStringLiteral("file:///etc/passwd")}) {
        // Past pictureSource(), which gives no source for these at all.
        const QString id = QString::fromLatin1(address.toUtf8().toBase64(QByteArray::Base64UrlEncoding));
        const std::unique_ptr<QQuickImageResponse> response(stage.provider->requestImageResponse(id, {9, 9}));
        const QSignalSpy finished(response.get(), &QQuickImageResponse::finished);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!response->errorString().isEmpty());
    }
    QCOMPARE(stage.requests(), 0);
}

void TestPictures::oneRequestForEverySize()
{
    PictureStage stage;
    stage.server.setAnswer(one, held(red()));
    std::vector<QuestionPtr> questions;
    for (const int side : {16, 24, 48, 48, 96}) {
        questions.push_back(stage.ask(one, {side, side}));
    }
    QTRY_COMPARE(stage.server.held(), 1);
    questions.push_back(stage.ask(one, {192, 192}));
    stage.server.release();
    for (const QuestionPtr &question : questions) {
        QTRY_VERIFY(question->isShown());
    }
    QCOMPARE(questions[0]->image().width(), 16);
    QCOMPARE(questions[4]->image().width(), 96);
    QCOMPARE(questions[5]->image().width(), 192);
    QCOMPARE(stage.server.requests().size(), 1);
    QCOMPARE(stage.pictures->counts().decoded, 5);
}

void TestPictures::anotherSizeComesFromTheDisk()
{
    PictureStage stage;
    stage.server.setPicture(one, red());
    const auto small = stage.ask(one, {16, 16});
    QTRY_VERIFY(small->isShown());
    QTRY_COMPARE(QDir(stage.folder.filePath(QStringLiteral("pictures"))).count(), 3U); // with . and ..
    const auto large = stage.ask(one, {160, 160});
    QTRY_VERIFY(large->isShown());
    QCOMPARE(large->image().size(), QSize(160, 160));
    QCOMPARE(stage.requests(), 1);
    QCOMPARE(stage.pictures->counts().diskHits, 1);
}

void TestPictures::whatIsInMemoryNeedsNobodyElse()
{
    PictureStage stage;
    stage.server.setPicture(one, red());
    const auto first = stage.ask(one);
    QTRY_VERIFY(first->isShown());
    const auto second = stage.ask(one);
    QVERIFY(!second->isAnswered()); // Qt is not ready for it before it has got the response
    // Nothing runs but the response itself.
    QCoreApplication::sendPostedEvents(&second->response());
    QVERIFY(second->isShown());
    QCOMPARE(stage.pictures->counts().decoded, 1);
}

void TestPictures::memoryHasALimit()
{
    media::PictureLimits limits;
    limits.memoryBytes = 5 * 48 * 48 * 4;
    PictureStage stage(limits);
    for (int n = 0; n < 12; ++n) {
        stage.server.setPicture(number(n), red());
        const auto question = stage.ask(number(n));
        QTRY_VERIFY(question->isShown());
    }
    QCOMPARE(stage.pictures->counts().bytesInMemory, limits.memoryBytes);
}

void TestPictures::nobodyWaitsSoNothingIsFetched()
{
    PictureStage stage;
    stage.server.setAnswer(one, held(red()));
    const auto cancelled = stage.ask(one);
    QTRY_COMPARE(stage.server.held(), 1);
    cancelled->cancel();
    QTRY_VERIFY(cancelled->isRefused()); // Qt deletes it only then
    QTRY_COMPARE(stage.server.connections(), 0);

    auto destroyed = stage.ask(one);
    QTRY_COMPARE(stage.server.held(), 1);
    destroyed.reset();
    QTRY_COMPARE(stage.server.connections(), 0);

    // Neither is a fault of the address.
    stage.server.release();
    const auto again = stage.ask(one);
    QTRY_VERIFY(again->isShown());
}

void TestPictures::oneWhoLeavesTakesNothingFromTheOther()
{
    PictureStage stage;
    stage.server.setAnswer(one, held(red()));
    const auto stays = stage.ask(one);
    const auto leaves = stage.ask(one);
    QTRY_COMPARE(stage.server.held(), 1);
    leaves->cancel();
    QTRY_VERIFY(leaves->isAnswered());
    stage.server.release();
    QTRY_VERIFY(stays->isShown());
    QVERIFY(leaves->isRefused());
    QCOMPARE(stage.server.requests().size(), 1);
}

void TestPictures::whatIsScrolledPastIsNeverAskedFor()
{
    PictureStage stage;
    stage.server.setPicture(one, red());
    for (int n = 100; n < 1100; ++n) {
        stage.ask(number(n));
    }
    const auto seen = stage.ask(one);
    QTRY_VERIFY(seen->isShown());
    QCOMPARE(stage.server.requests().size(), 1);
}

void TestPictures::whatWasCutOffComesByItself()
{
    PictureStage stage;
    stage.server.setPicture(one, red());
    stage.server.goDown();
    const auto question = stage.ask(one);
    QTRY_COMPARE(stage.requests(), 1);
    QTRY_COMPARE(stage.clock.activeTimers(), 1); // only the retry: the download has ended
    QVERIFY(!question->isAnswered());
    QVERIFY(stage.server.goUp());
    stage.clock.advance(5s - 1ms);
    QVERIFY(!question->isAnswered());
    QCOMPARE(stage.requests(), 1);
    stage.clock.advance(1ms);
    QTRY_VERIFY(question->isShown());
    QCOMPARE(stage.requests(), 2);
}

void TestPictures::theRetriesGetRarer()
{
    PictureStage stage;
    stage.server.goDown();
    const auto question = stage.ask(one);
    qint64 requests = 1;
    QTRY_COMPARE(stage.requests(), requests);
    for (const auto delay : {5s, 10s, 20s, 40s, 60s, 60s}) {
        QTRY_COMPARE(stage.clock.activeTimers(), 1);
        stage.clock.advance(delay - 1ms);
        QCOMPARE(stage.requests(), requests);
        stage.clock.advance(1ms);
        QCOMPARE(stage.requests(), ++requests);
    }
    QVERIFY(!question->isAnswered());
}

void TestPictures::theNetworkIsBack()
{
    PictureStage stage;
    stage.server.setPicture(one, red());
    stage.server.goDown();
    const auto question = stage.ask(one);
    QTRY_COMPARE(stage.requests(), 1);
    QTRY_COMPARE(stage.clock.activeTimers(), 1);
    QVERIFY(stage.server.goUp());
    stage.pictures->retryNow();
    QTRY_VERIFY(question->isShown());
    QTRY_COMPARE(stage.clock.activeTimers(), 0);
}

void TestPictures::cutOffAndAskedAgainAtOnceIsNotAnotherRequest()
{
    PictureStage stage;
    stage.server.goDown();
    auto question = stage.ask(one);
    QTRY_COMPARE(stage.requests(), 1);
    QTRY_COMPARE(stage.clock.activeTimers(), 1);
    for (int scrolled = 0; scrolled < 10; ++scrolled) {
        question = stage.ask(one);
        QCoreApplication::processEvents();
    }
    stage.clock.advance(5s - 1ms);
    QCOMPARE(stage.requests(), 1);
    stage.clock.advance(1ms);
    QTRY_COMPARE(stage.requests(), 2);
}

void TestPictures::whatWasCutOffIsAskedForAgainAfterSeconds()
{
    PictureStage stage;
    stage.server.setPicture(one, red());
    stage.server.goDown();
    auto question = stage.ask(one);
    QTRY_COMPARE(stage.requests(), 1);
    QTRY_COMPARE(stage.clock.activeTimers(), 1);
    question.reset();
    QVERIFY(stage.server.goUp());
    stage.clock.advance(6s);
    question = stage.ask(one);
    QTRY_VERIFY(question->isShown());
}

void TestPictures::aRestartMakesNoRequest()
{
    PictureStage stage;
    stage.server.setPicture(one, red());
    {
        const auto question = stage.ask(one);
        QTRY_VERIFY(question->isShown());
    }
    stage.reopen();
    stage.server.goDown();
    const auto question = stage.ask(one, {31, 31});
    QTRY_VERIFY(question->isShown());
    QCOMPARE(question->image().size(), QSize(31, 31));
    QCOMPARE(stage.requests(), 0);
    QCOMPARE(stage.pictures->counts().diskHits, 1);
}

void TestPictures::aDamagedFileIsFetchedAgain()
{
    PictureStage stage;
    stage.server.setPicture(one, red());
    {
        const auto question = stage.ask(one);
        QTRY_VERIFY(question->isShown());
    }
    stage.reopen();
    const QDir folder(stage.folder.filePath(QStringLiteral("pictures")));
    const QStringList files = folder.entryList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QFile file(folder.filePath(files.first()));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(40));
    file.close();
    {
        const auto question = stage.ask(one);
        QTRY_VERIFY(question->isShown());
    }
    QCOMPARE(stage.requests(), 1);
    stage.reopen();
    const auto question = stage.ask(one);
    QTRY_VERIFY(question->isShown());
    QCOMPARE(stage.requests(), 0);
}

void TestPictures::aBadPictureIsNotKept()
{
    PictureStage stage;
    stage.server.setPicture(one, "<html></html>");
    {
        const auto question = stage.ask(one);
        QTRY_VERIFY(question->isRefused());
    }
    stage.reopen(); // ends the pool's work
    QVERIFY(!QDir(stage.folder.filePath(QStringLiteral("pictures"))).exists());
}

void TestPictures::withoutADiskItWorksAllTheSame()
{
    PictureStage stage;
    QFile inTheWay(stage.folder.filePath(QStringLiteral("pictures")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    for (int n = 0; n < 3; ++n) {
        stage.server.setPicture(number(n), red());
        const auto question = stage.ask(number(n));
        QTRY_VERIFY(question->isShown());
    }
}

QTEST_MAIN(TestPictures)
#include "tst_Pictures.moc"
