// SPDX-License-Identifier: MIT
#include "api/IsoInstant.h"

#include <QDateTime>
#include <QTest>

class tst_IsoInstant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheServiceWrites_data();
    void readsWhatTheServiceWrites();
    void refusesWhatIsNoDate_data();
    void refusesWhatIsNoDate();
    void agreesWithQtOnEveryDayOfFourCenturies();
    void epochBeyondTheYear9999IsNoDate();
};

void tst_IsoInstant::readsWhatTheServiceWrites_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("expected");
    const qint64 whole = 1519133600000; // 2018-02-20T13:33:20Z
    QTest::newRow("milliseconds and Z") << QByteArray("2018-02-20T13:33:20.067Z") << whole + 67;
    QTest::newRow("no fraction") << QByteArray("2018-02-20T13:33:20Z") << whole;
    QTest::newRow("one digit of fraction") << QByteArray("2018-02-20T13:33:20.5Z") << whole + 500;
    QTest::newRow("nanoseconds are cut") << QByteArray("2018-02-20T13:33:20.067999999Z") << whole + 67;
    QTest::newRow("no seconds") << QByteArray("2018-02-20T13:33Z") << whole - 20'000;
    QTest::newRow("offset ahead") << QByteArray("2018-02-20T20:33:20.067+07:00") << whole + 67;
    QTest::newRow("offset behind") << QByteArray("2018-02-20T10:03:20-03:30") << whole;
    QTest::newRow("offset without colon") << QByteArray("2018-02-20T20:33:20+0700") << whole;
    QTest::newRow("offset of hours") << QByteArray("2018-02-20T20:33:20+07") << whole;
    QTest::newRow("no zone is UTC") << QByteArray("2018-02-20T13:33:20") << whole;
    QTest::newRow("space instead of T") << QByteArray("2018-02-20 13:33:20Z") << whole;
    QTest::newRow("date alone") << QByteArray("2018-02-20") << qint64(1519084800000);
    QTest::newRow("leap day") << QByteArray("2020-02-29T00:00:00Z") << qint64(1582934400000);
    QTest::newRow("before 1970") << QByteArray("1969-12-31T23:59:59.999Z") << qint64(-1);
}

void tst_IsoInstant::readsWhatTheServiceWrites()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, expected);
    const auto instant = api::instantFromIso(text.toStdString());
    QVERIFY(instant);
    QCOMPARE(qint64(instant->time_since_epoch().count()), expected);
}

void tst_IsoInstant::refusesWhatIsNoDate_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << QByteArray("yesterday");
    QTest::newRow("year only") << QByteArray("2018");
    QTest::newRow("30th of February") << QByteArray("2018-02-30T00:00:00Z");
    QTest::newRow("29th of February in a common year") << QByteArray("2019-02-29");
    QTest::newRow("month 13") << QByteArray("2018-13-01T00:00:00Z");
    QTest::newRow("month 0") << QByteArray("2018-00-01T00:00:00Z");
    QTest::newRow("hour 24") << QByteArray("2018-02-20T24:00:00Z");
    QTest::newRow("minute 60") << QByteArray("2018-02-20T13:60:00Z");
    QTest::newRow("dot without digits") << QByteArray("2018-02-20T13:33:20.Z");
    QTest::newRow("something after Z") << QByteArray("2018-02-20T13:33:20ZZ");
    QTest::newRow("cut in the time") << QByteArray("2018-02-20T13:3");
    QTest::newRow("cut in the offset") << QByteArray("2018-02-20T13:33:20+0");
    QTest::newRow("sign alone") << QByteArray("2018-02-20T13:33:20-");
    QTest::newRow("five-digit year") << QByteArray("12018-02-20T13:33:20Z");
    QTest::newRow("spaces around") << QByteArray(" 2018-02-20T13:33:20Z ");
    QTest::newRow("NUL inside") << QByteArray("2018-02-20\0T13:33:20Z", 21);
}

void tst_IsoInstant::refusesWhatIsNoDate()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!api::instantFromIso(text.toStdString()));
}

void tst_IsoInstant::agreesWithQtOnEveryDayOfFourCenturies()
{
    for (QDate day(1800, 1, 1); day < QDate(2200, 1, 1); day = day.addDays(1)) {
        const QDateTime moment(day, QTime(1, 2, 3, 45), Qt::UTC);
        const auto instant = api::instantFromIso(moment.toString(Qt::ISODateWithMs).toStdString());
        QVERIFY2(instant, qPrintable(day.toString(Qt::ISODate)));
        QCOMPARE(qint64(instant->time_since_epoch().count()), moment.toMSecsSinceEpoch());
    }
}

void tst_IsoInstant::epochBeyondTheYear9999IsNoDate()
{
    const qint64 last = QDateTime(QDate(9999, 12, 31), QTime(23, 59, 59, 999), Qt::UTC).toMSecsSinceEpoch();
    QVERIFY(api::instantFromEpoch(last));
    QVERIFY(!api::instantFromEpoch(last + 1));
    const qint64 first = QDateTime(QDate(-1, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch(); // Qt knows no year 0
    QVERIFY(api::instantFromEpoch(first));
    QVERIFY(!api::instantFromEpoch(first - 1));
}

QTEST_GUILESS_MAIN(tst_IsoInstant)
#include "tst_IsoInstant.moc"
