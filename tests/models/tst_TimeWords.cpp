// SPDX-License-Identifier: MIT
#include "models/TimeWords.h"
#include "support/FakeClock.h"

#include <QSignalSpy>
#include <QTest>

#include <ctime>

using namespace std::chrono_literals;

namespace {

domain::Instant instantOf(const QDateTime &moment)
{
    return domain::Instant(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
}

void setTime(support::FakeClock &clock, const QDateTime &moment)
{
    clock.jumpWall(std::chrono::milliseconds(moment.toMSecsSinceEpoch()) - clock.wallNow().time_since_epoch());
}

/// Sunday afternoon.
const QDateTime &aSunday()
{
    static const QDateTime moment(QDate(2026, 11, 22), QTime(14, 32));
    return moment;
}

/// The process lives in another time zone as long as this does.
class Elsewhere
{
public:
    explicit Elsewhere(const char *zone) : m_before(qgetenv("TZ"))
    {
        qputenv("TZ", zone);
        tzset();
    }
    ~Elsewhere()
    {
        m_before.isNull() ? qunsetenv("TZ") : qputenv("TZ", m_before);
        tzset();
    }

private:
    QByteArray m_before;
};

} // namespace

class tst_TimeWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysTimesAsPeopleDo_data()
    {
        QTest::addColumn<QDateTime>("when");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("indonesian");
        const auto day = [](int year, int month, int dayOfMonth) {
            return QDateTime(QDate(year, month, dayOfMonth), QTime(9, 5));
        };
        QTest::newRow("now") << aSunday() << "14:32"
                             << "14:32";
        QTest::newRow("this morning") << day(2026, 11, 22) << "09:05"
                                      << "09:05";
        QTest::newRow("the day's first minute") << QDateTime(QDate(2026, 11, 22), QTime(0, 0)) << "00:00"
                                                << "00:00";
        QTest::newRow("yesterday's last minute") << QDateTime(QDate(2026, 11, 21), QTime(23, 59)) << "Yesterday"
                                                 << "Yesterday";
        QTest::newRow("two days ago") << day(2026, 11, 20) << "Fri"
                                      << "Jum";
        QTest::newRow("six days ago") << day(2026, 11, 16) << "Mon"
                                      << "Sen";
        QTest::newRow("a week ago") << day(2026, 11, 15) << "15 Nov"
                                    << "15 Nov";
        QTest::newRow("this year") << day(2026, 8, 12) << "12 Aug"
                                   << "12 Agu";
        QTest::newRow("last year, less than a year ago") << day(2025, 12, 24) << "24 Dec 2025"
                                                         << "24 Des 2025";
        QTest::newRow("later today") << QDateTime(QDate(2026, 11, 22), QTime(23, 0)) << "23:00"
                                     << "23:00";
        QTest::newRow("tomorrow, by a wrong clock") << day(2026, 11, 23) << "23 Nov"
                                                    << "23 Nov";
        QTest::newRow("in years, by a wrong clock") << day(2031, 1, 1) << "1 Jan 2031"
                                                    << "1 Jan 2031";
    }
    void saysTimesAsPeopleDo()
    {
        QFETCH(QDateTime, when);
        support::FakeClock clock;
        setTime(clock, aSunday());
        QTEST(models::TimeWords(clock, QStringLiteral("en")).shortWords(instantOf(when)), "english");
        QTEST(models::TimeWords(clock, QStringLiteral("id")).shortWords(instantOf(when)), "indonesian");
    }

    void yesterdayIsSmallInsideASentence()
    {
        support::FakeClock clock;
        setTime(clock, aSunday());
        const models::TimeWords words(clock, QStringLiteral("en"));
        QCOMPARE(words.wordsInSentence(instantOf(aSunday().addDays(-1))), QStringLiteral("yesterday"));
        QCOMPARE(words.wordsInSentence(instantOf(aSunday())), QStringLiteral("14:32"));
    }

    void whatJustHappenedHasAnAge_data()
    {
        QTest::addColumn<int>("secondsAgo");
        QTest::addColumn<QString>("said");
        QTest::addColumn<int>("holdsFor"); // -1: until the day ends
        QTest::newRow("now") << 0 << "just now" << 60;
        QTest::newRow("a clock that is ahead") << -200 << "just now" << 260;
        QTest::newRow("a clock that is wrong") << -400 << "14:38" << -1;
        QTest::newRow("a minute") << 60 << "1 min ago" << 60;
        QTest::newRow("minutes") << 330 << "5 min ago" << 30;
        QTest::newRow("almost an hour") << 3'599 << "59 min ago" << 1;
        QTest::newRow("an hour") << 3'600 << "13:32" << -1;
        QTest::newRow("a day") << 86'400 << "yesterday" << -1;
    }
    void whatJustHappenedHasAnAge()
    {
        QFETCH(int, secondsAgo);
        QFETCH(int, holdsFor);
        support::FakeClock clock;
        setTime(clock, aSunday());
        const models::TimeWords words(clock, QStringLiteral("en"));
        const auto instant = instantOf(aSunday().addSecs(-secondsAgo));
        QTEST(words.ageWords(instant), "said");
        const auto holds = words.agesIn(instant);
        QCOMPARE(holds.has_value(), holdsFor > 0);
        QVERIFY(!holds || *holds == std::chrono::seconds(holdsFor));
    }

    void theLanguageMayChange()
    {
        support::FakeClock clock;
        setTime(clock, aSunday());
        models::TimeWords words(clock, QStringLiteral("en"));
        QSignalSpy changed(&words, &models::TimeWords::changed);
        words.setLanguage(QStringLiteral("id"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(words.fullWords(instantOf(aSunday())), QStringLiteral("Minggu, 22 November 2026, 14:32"));
    }

    void theToolTipSaysDateAndTime()
    {
        support::FakeClock clock;
        const auto instant = instantOf(aSunday());
        QCOMPARE(models::TimeWords(clock, QStringLiteral("en")).fullWords(instant),
            QStringLiteral("Sunday, 22 November 2026, 14:32"));
        QCOMPARE(models::TimeWords(clock, QStringLiteral("id")).fullWords(instant),
            QStringLiteral("Minggu, 22 November 2026, 14:32"));
    }

    void anInstantOutsideTheCalendarHasNoWords_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("the last there is") << std::numeric_limits<qint64>::max();
        QTest::newRow("the first there is") << std::numeric_limits<qint64>::min();
    }
    void anInstantOutsideTheCalendarHasNoWords()
    {
        QFETCH(qint64, milliseconds);
        support::FakeClock clock;
        const models::TimeWords words(clock, QStringLiteral("en"));
        const domain::Instant instant{std::chrono::milliseconds(milliseconds)};
        // Whether Qt can express it is Qt's business; that nothing wrong is said of today is ours.
        QVERIFY(words.shortWords(instant) != QStringLiteral("Yesterday"));
        QVERIFY(!words.shortWords(instant).contains(QLatin1Char(':')));
        QVERIFY(!words.agesIn(instant));
    }

    void midnightIsTold()
    {
        support::FakeClock clock;
        setTime(clock, aSunday());
        models::TimeWords words(clock, QStringLiteral("en"));
        QSignalSpy changed(&words, &models::TimeWords::changed);
        clock.advance(9h + 27min);
        QCOMPARE(changed.count(), 0);
        clock.advance(1min);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(words.shortWords(instantOf(aSunday())), QStringLiteral("Yesterday"));
        clock.advance(24h);
        QCOMPARE(changed.count(), 2);
    }

    void oneTimerIsEnough()
    {
        support::FakeClock clock;
        models::TimeWords words(clock, QStringLiteral("en"));
        QCOMPARE(clock.activeTimers(), 1);
        words.check();
        clock.advance(30h);
        QCOMPARE(clock.activeTimers(), 1);
    }

    void aDayThatPassedInSleepIsToldWithinTheHour()
    {
        support::FakeClock clock;
        setTime(clock, aSunday());
        models::TimeWords words(clock, QStringLiteral("en"));
        QSignalSpy changed(&words, &models::TimeWords::changed);
        clock.jumpWall(12h);
        clock.advance(1h);
        QCOMPARE(changed.count(), 1);
    }

    void aChangedTimeZoneIsTold()
    {
        const Elsewhere jakarta("Asia/Jakarta");
        support::FakeClock clock;
        setTime(clock, aSunday());
        models::TimeWords words(clock, QStringLiteral("en"));
        QSignalSpy changed(&words, &models::TimeWords::changed);
        const auto instant = instantOf(aSunday());
        QCOMPARE(words.shortWords(instant), QStringLiteral("14:32"));

        const Elsewhere makassar("Asia/Makassar");
        words.check();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(words.shortWords(instant), QStringLiteral("15:32"));
        words.check();
        QCOMPARE(changed.count(), 1);
    }

    void aNightWithoutMidnightEndsAllTheSame()
    {
        // In Beirut, clocks went from 00:00 to 01:00 on 27 March 2022: that day began at one o'clock.
        const Elsewhere beirut("Asia/Beirut");
        support::FakeClock clock;
        setTime(clock, QDateTime(QDate(2022, 3, 26), QTime(23, 30)));
        models::TimeWords words(clock, QStringLiteral("en"));
        QSignalSpy changed(&words, &models::TimeWords::changed);
        clock.advance(31min);
        QVERIFY(changed.count() >= 1);
        QCOMPARE(words.shortWords(clock.wallNow()), QStringLiteral("01:01"));
    }
};

QTEST_GUILESS_MAIN(tst_TimeWords)
#include "tst_TimeWords.moc"
