// SPDX-License-Identifier: MIT
#include "base/WhenDone.h"

#include <QPromise>
#include <QTest>
#include <QThread>

#include <memory>

class tst_WhenDone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheResult();
    void givesAResultThatIsThereAlready();
    void staysSilentAfterTheContextDied();
    void staysSilentWhenCancelled();
    void answersInTheThreadOfTheContext();
    void movesAResultThatCannotBeCopied();
};

void tst_WhenDone::givesTheResult()
{
    QPromise<int> promise;
    int result = 0;
    base::whenDone(promise.future(), this, [&result](int value) { result = value; });
    promise.start();
    promise.addResult(7);
    QCOMPARE(result, 0);
    promise.finish();
    QTRY_COMPARE(result, 7);
}

void tst_WhenDone::givesAResultThatIsThereAlready()
{
    QPromise<int> promise;
    promise.start();
    promise.addResult(7);
    promise.finish();
    int result = 0;
    base::whenDone(promise.future(), this, [&result](int value) { result = value; });
    QTRY_COMPARE(result, 7);
}

void tst_WhenDone::staysSilentAfterTheContextDied()
{
    QPromise<int> promise;
    auto context = std::make_unique<QObject>();
    bool isCalled = false;
    bool isControlCalled = false;
    base::whenDone(promise.future(), context.get(), [&isCalled](int) { isCalled = true; });
    base::whenDone(promise.future(), this, [&isControlCalled](int) { isControlCalled = true; });
    context.reset();
    promise.start();
    promise.addResult(7);
    promise.finish();
    // Only one taker gets the value of a future; that the other is told at all shows that time has passed.
    QTRY_VERIFY(isControlCalled);
    QVERIFY(!isCalled);
}

void tst_WhenDone::staysSilentWhenCancelled()
{
    QPromise<int> promise;
    bool isCalled = false;
    base::whenDone(promise.future(), this, [&isCalled](int) { isCalled = true; });
    QFutureWatcher<int> control;
    bool isFinished = false;
    connect(&control, &QFutureWatcherBase::finished, this, [&isFinished] { isFinished = true; });
    control.setFuture(promise.future());
    promise.start();
    promise.future().cancel();
    promise.finish();
    QTRY_VERIFY(isFinished);
    QVERIFY(!isCalled);
}

void tst_WhenDone::answersInTheThreadOfTheContext()
{
    QPromise<int> promise;
    QThread *answered = nullptr;
    base::whenDone(promise.future(), this, [&answered](int) { answered = QThread::currentThread(); });
    const std::unique_ptr<QThread> worker(QThread::create([&promise] {
        promise.start();
        promise.addResult(7);
        promise.finish();
    }));
    worker->start();
    QVERIFY(worker->wait());
    QTRY_VERIFY(answered);
    QCOMPARE(answered, thread());
}

void tst_WhenDone::movesAResultThatCannotBeCopied()
{
    QPromise<std::unique_ptr<int>> promise;
    std::unique_ptr<int> result;
    base::whenDone(promise.future(), this, [&result](std::unique_ptr<int> value) { result = std::move(value); });
    promise.start();
    promise.addResult(std::make_unique<int>(7));
    promise.finish();
    QTRY_VERIFY(result);
    QCOMPARE(*result, 7);
}

QTEST_GUILESS_MAIN(tst_WhenDone)
#include "tst_WhenDone.moc"
