// SPDX-License-Identifier: MIT
#include "base/SystemClock.h"
#include "media/PictureStage.h"
#include "media/SamplePictures.h"

#include <QTest>

#include <vector>

using namespace media_bench;

namespace {

const QString one = QStringLiteral("/1");

/// Pictures as the program has them: with a thread for fetching.
struct Threaded
{
    Threaded()
    {
        PictureServer::Answer answer;
        answer.body = plain("png", {200, 200}, Qt::red);
        answer.isHeld = true;
        server.setAnswer(one, answer);
        pictures = std::make_unique<media::Pictures>(folder.path(), clock);
        provider.reset(pictures->makeProvider());
    }
    ~Threaded()
    {
        pictures.reset();
        thread.quit();
        thread.wait();
    }
    void start()
    {
        thread.start();
        pictures->start(thread);
    }
    QuestionPtr ask() { return std::make_unique<Question>(*provider, server.address(one), QSize(48, 48)); }

    QTemporaryDir folder;
    base::SystemClock clock;
    PictureServer server;
    QThread thread;
    std::unique_ptr<media::Pictures> pictures;
    std::unique_ptr<QQuickAsyncImageProvider> provider;
};

} // namespace

/// Who goes first: Pictures, the provider, an answer or the thread. Nothing hangs, and every answer comes.
class TestPicturesLifetime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void askedBeforeTheStart();
    void askedBeforeTheThreadRuns();
    void picturesGoFirst();
    void picturesGoBeforeTheStart();
    void picturesGoBeforeTheThreadRan();
    void theThreadGoesFirst();
    void theThreadAndThePicturesGoAtOnce();
    void theProviderGoesFirst();
    void theAnswersGoFirst();
    void manyThreadsAskAndLeave();
};

void TestPicturesLifetime::askedBeforeTheStart()
{
    Threaded stage;
    const auto question = stage.ask();
    stage.server.release();
    stage.start();
    QTRY_VERIFY(question->isShown());
}

void TestPicturesLifetime::askedBeforeTheThreadRuns()
{
    Threaded stage;
    stage.server.release();
    stage.pictures->start(stage.thread);
    const auto question = stage.ask();
    stage.thread.start();
    QTRY_VERIFY(question->isShown());
}

void TestPicturesLifetime::picturesGoFirst()
{
    Threaded stage;
    stage.start();
    const auto early = stage.ask();
    QTRY_COMPARE(stage.server.held(), 1);
    stage.pictures.reset();
    QTRY_VERIFY(early->isRefused());
    QTRY_COMPARE(stage.server.connections(), 0);
    const auto late = stage.ask();
    QTRY_VERIFY(late->isRefused());
}

void TestPicturesLifetime::picturesGoBeforeTheStart()
{
    Threaded stage;
    const auto question = stage.ask();
    stage.pictures.reset();
    QTRY_VERIFY(question->isRefused());
}

void TestPicturesLifetime::picturesGoBeforeTheThreadRan()
{
    Threaded stage;
    stage.pictures->start(stage.thread);
    const auto question = stage.ask();
    stage.pictures.reset();
    QTRY_VERIFY(question->isRefused());
}

void TestPicturesLifetime::theThreadGoesFirst()
{
    Threaded stage;
    stage.start();
    const auto early = stage.ask();
    QTRY_COMPARE(stage.server.held(), 1);
    stage.thread.quit();
    QVERIFY(stage.thread.wait(10'000));
    QTRY_VERIFY(early->isRefused());
    const auto late = stage.ask();
    QTRY_VERIFY(late->isRefused());
    stage.pictures->retryNow();
}

void TestPicturesLifetime::theThreadAndThePicturesGoAtOnce()
{
    for (int round = 0; round < 30; ++round) {
        Threaded stage;
        stage.start();
        const auto question = stage.ask();
        stage.thread.quit();
        stage.pictures.reset();
        QVERIFY(stage.thread.wait(10'000));
        QTRY_VERIFY(question->isRefused());
    }
}

void TestPicturesLifetime::theProviderGoesFirst()
{
    Threaded stage;
    stage.start();
    const auto question = stage.ask();
    QTRY_COMPARE(stage.server.held(), 1);
    stage.provider.reset();
    stage.server.release();
    QTRY_VERIFY(question->isShown());
}

void TestPicturesLifetime::theAnswersGoFirst()
{
    Threaded stage;
    stage.start();
    stage.server.release();
    for (int round = 0; round < 200; ++round) {
        const auto question = stage.ask();
        if (round % 3 == 0) {
            question->cancel();
        } else if (round % 7 == 0) {
            QTRY_VERIFY(question->isShown());
        }
    }
    const auto last = stage.ask();
    QTRY_VERIFY(last->isShown());
}

void TestPicturesLifetime::manyThreadsAskAndLeave()
{
    Threaded stage;
    stage.server.release();
    for (int n = 10; n < 20; ++n) {
        stage.server.setPicture(QLatin1Char('/') + QString::number(n), plain("jpeg", {300, 300}, Qt::blue));
    }
    stage.start();
    std::atomic_int shown = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int worker = 0; worker < 4; ++worker) {
        threads.emplace_back(QThread::create([&stage, &shown, worker] {
            for (int round = 0; round < 60; ++round) {
                const QString path = QLatin1Char('/') + QString::number(10 + (round + worker) % 10);
                Question question(*stage.provider, stage.server.address(path), QSize(20 + round % 3, 20));
                if (round % 4 == 0) {
                    continue; // destroyed at once
                }
                QEventLoop loop;
                QObject::connect(&question.response(), &QQuickImageResponse::finished, &loop, &QEventLoop::quit);
                if (round % 5 == 0) {
                    question.cancel();
                }
                loop.exec();
                // A cancelled one may have been there already.
                shown += question.isShown() && round % 5 != 0;
            }
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads) {
        QTRY_VERIFY_WITH_TIMEOUT(thread->isFinished(), 60'000);
    }
    // 60 rounds without the 15 destroyed at once and the 9 others that are cancelled.
    QCOMPARE(shown.load(), 4 * (60 - 15 - 9));
}

QTEST_MAIN(TestPicturesLifetime)
#include "tst_PicturesLifetime.moc"
