// SPDX-License-Identifier: MIT
#include "app/Attention.h"
#include "support/FakeClock.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

class TestAttention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void watchesWhileActive();
    void endsTwoMinutesAfterTheLastInput();
    void beginsAgainWithTheNextInput_data();
    void beginsAgainWithTheNextInput();
    void endsWithTheWindowBehindAnother();
    void endsWithTheWindowMinimisedOrHidden();
    void startsNoTimerForEveryMove();

private:
    std::unique_ptr<support::FakeClock> m_clock;
    std::unique_ptr<QWindow> m_window;
    std::unique_ptr<app::Attention> m_attention;
};

void TestAttention::init()
{
    m_clock = std::make_unique<support::FakeClock>();
    m_window = std::make_unique<QWindow>();
    m_window->setGeometry(0, 0, 200, 200);
    m_window->show();
    m_window->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_attention = std::make_unique<app::Attention>(*m_window, *m_clock);
}

void TestAttention::cleanup()
{
    m_attention.reset();
    m_window.reset();
}

void TestAttention::watchesWhileActive()
{
    QVERIFY(m_attention->isWatching());
}

void TestAttention::endsTwoMinutesAfterTheLastInput()
{
    m_clock->advance(90s);
    QTest::mouseMove(m_window.get(), QPoint(5, 5));
    m_clock->advance(119s);
    QVERIFY(m_attention->isWatching());
    m_clock->advance(1s);
    QVERIFY(!m_attention->isWatching());
    QCOMPARE(m_clock->activeTimers(), 0);
}

void TestAttention::beginsAgainWithTheNextInput_data()
{
    QTest::addColumn<int>("input");
    QTest::newRow("a key") << 0;
    QTest::newRow("a click") << 1;
    QTest::newRow("a move") << 2;
}

void TestAttention::beginsAgainWithTheNextInput()
{
    QFETCH(int, input);
    m_clock->advance(10min);
    QVERIFY(!m_attention->isWatching());
    if (input == 0) {
        QTest::keyClick(m_window.get(), Qt::Key_A);
    } else if (input == 1) {
        QTest::mouseClick(m_window.get(), Qt::LeftButton);
    } else {
        QTest::mouseMove(m_window.get(), QPoint(9, 9));
    }
    QTRY_VERIFY(m_attention->isWatching());
}

void TestAttention::endsWithTheWindowBehindAnother()
{
    const QSignalSpy changes(m_attention.get(), &app::Attention::watchingChanged);
    {
        QWindow other;
        other.show();
        other.requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QTRY_VERIFY(!m_attention->isWatching());
    }
    m_clock->advance(10min);
    m_window->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_attention->isWatching());
    QCOMPARE(changes.count(), 2);
}

void TestAttention::endsWithTheWindowMinimisedOrHidden()
{
    m_window->setWindowStates(Qt::WindowMinimized);
    QTRY_VERIFY(!m_attention->isWatching());
    m_window->setWindowStates(Qt::WindowNoState);
    m_window->requestActivate();
    QTRY_VERIFY(m_attention->isWatching());
    m_window->hide();
    QTRY_VERIFY(!m_attention->isWatching());
}

void TestAttention::startsNoTimerForEveryMove()
{
    QTest::mouseMove(m_window.get(), QPoint(1, 1));
    m_clock->advance(60s);
    for (int i = 0; i < 100; ++i) {
        QTest::mouseMove(m_window.get(), QPoint(i, i));
    }
    QCOMPARE(m_clock->activeTimers(), 1);
    QVERIFY(m_attention->isWatching());
    m_clock->advance(119s);
    QVERIFY(m_attention->isWatching());
}

QTEST_MAIN(TestAttention)
#include "tst_Attention.moc"
