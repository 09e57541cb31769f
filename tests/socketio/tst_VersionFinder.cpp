// SPDX-License-Identifier: MIT
#include "socketio/VersionFinder.h"

#include <QTest>

using socketio::EngineVersion;
using socketio::VersionFinder;

class tst_VersionFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksFor3First();
    void honoursTheFirstGuess();
    void asksFor4AtOnceWhen3GetsNoOpenPacket();
    void asksFor3AtOnceWhen4GetsNoOpenPacket();
    void asksFor3AtOnceWhen4FindsGeneration2();
    void remembersWhatWorked();
    void changesOnceARoundOnly();
    void knowsGeneration2EvenIfTheRoundIsUsedUp();
    void mayChangeAgainInTheNextRound();
    void neverChangesAPinnedVersion();
};

void tst_VersionFinder::asksFor3First()
{
    QCOMPARE(VersionFinder(EngineVersion::Automatic, std::nullopt).current(), EngineVersion::V3);
    QCOMPARE(VersionFinder(EngineVersion::Automatic, EngineVersion::Automatic).current(), EngineVersion::V3);
}

void tst_VersionFinder::honoursTheFirstGuess()
{
    QCOMPARE(VersionFinder(EngineVersion::Automatic, EngineVersion::V4).current(), EngineVersion::V4);
    QCOMPARE(VersionFinder(EngineVersion::Automatic, EngineVersion::V3).current(), EngineVersion::V3);
}

void tst_VersionFinder::asksFor4AtOnceWhen3GetsNoOpenPacket()
{
    VersionFinder finder(EngineVersion::Automatic, std::nullopt);
    QVERIFY(finder.endedBeforeOpen());
    QCOMPARE(finder.current(), EngineVersion::V4);
}

void tst_VersionFinder::asksFor3AtOnceWhen4GetsNoOpenPacket()
{
    VersionFinder finder(EngineVersion::Automatic, EngineVersion::V4);
    QVERIFY(finder.endedBeforeOpen());
    QCOMPARE(finder.current(), EngineVersion::V3);
}

void tst_VersionFinder::asksFor3AtOnceWhen4FindsGeneration2()
{
    VersionFinder finder(EngineVersion::Automatic, EngineVersion::V4);
    QVERIFY(finder.joinedLikeGeneration2());
    QCOMPARE(finder.current(), EngineVersion::V3);
}

void tst_VersionFinder::remembersWhatWorked()
{
    VersionFinder finder(EngineVersion::Automatic, std::nullopt);
    QVERIFY(finder.endedBeforeOpen());
    finder.roundEnded();
    QCOMPARE(finder.current(), EngineVersion::V4);
    finder.roundEnded(); // lost, or never reached: says nothing of the version
    QCOMPARE(finder.current(), EngineVersion::V4);
}

void tst_VersionFinder::changesOnceARoundOnly()
{
    for (const EngineVersion guess : {EngineVersion::V3, EngineVersion::V4}) {
        VersionFinder finder(EngineVersion::Automatic, guess);
        QVERIFY(finder.endedBeforeOpen());
        QVERIFY(!finder.endedBeforeOpen());
        QCOMPARE(finder.current(), EngineVersion::V3);
    }
}

void tst_VersionFinder::knowsGeneration2EvenIfTheRoundIsUsedUp()
{
    VersionFinder finder(EngineVersion::Automatic, std::nullopt);
    QVERIFY(finder.endedBeforeOpen());
    QVERIFY(!finder.joinedLikeGeneration2());
    QCOMPARE(finder.current(), EngineVersion::V3);
}

void tst_VersionFinder::mayChangeAgainInTheNextRound()
{
    VersionFinder finder(EngineVersion::Automatic, std::nullopt);
    QVERIFY(finder.endedBeforeOpen());
    QVERIFY(!finder.endedBeforeOpen());
    finder.roundEnded();
    QVERIFY(finder.endedBeforeOpen());
    QCOMPARE(finder.current(), EngineVersion::V4);
}

void tst_VersionFinder::neverChangesAPinnedVersion()
{
    for (const EngineVersion pinned : {EngineVersion::V3, EngineVersion::V4}) {
        VersionFinder finder(pinned, EngineVersion::V4);
        QCOMPARE(finder.current(), pinned);
        QVERIFY(!finder.endedBeforeOpen());
        QVERIFY(!finder.joinedLikeGeneration2());
        finder.roundEnded();
        QCOMPARE(finder.current(), pinned);
    }
}

QTEST_APPLESS_MAIN(tst_VersionFinder)
#include "tst_VersionFinder.moc"
