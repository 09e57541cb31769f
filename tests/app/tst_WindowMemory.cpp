// SPDX-License-Identifier: MIT
#include "app/WindowMemory.h"

#include <QScreen>
#include <QTemporaryDir>
#include <QTest>

using app::WindowMemory;

class tst_WindowMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAreKeptWhereAScreenShowsThem_data()
    {
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QRect>("expected");
        QTest::newRow("inside") << QRect(100, 100, 800, 600) << QRect(100, 100, 800, 600);
        QTest::newRow("on the second screen") << QRect(2000, 50, 800, 600) << QRect(2000, 50, 800, 600);
        QTest::newRow("half out to the left") << QRect(-400, 100, 800, 600) << QRect(0, 100, 800, 600);
        QTest::newRow("half out below") << QRect(100, 900, 800, 600) << QRect(100, 480, 800, 600);
        QTest::newRow("larger than the screen") << QRect(0, 0, 3000, 2000) << QRect(0, 0, 1920, 1080);
        QTest::newRow("on a screen that is gone") << QRect(5000, 5000, 800, 600) << QRect();
        QTest::newRow("a sliver left") << QRect(-790, 100, 800, 600) << QRect();
        QTest::newRow("never stored") << QRect() << QRect();
    }

    void placesAreKeptWhereAScreenShowsThem()
    {
        QFETCH(const QRect, wanted);
        QFETCH(const QRect, expected);
        const QList<QRect> screens{QRect(0, 0, 1920, 1080), QRect(1920, 0, 1920, 1080)};
        QCOMPARE(WindowMemory::reachable(wanted, screens).value_or(QRect()), expected);
    }

    void withoutAScreenNothingIsPlaced() { QVERIFY(!WindowMemory::reachable(QRect(0, 0, 800, 600), {})); }

    void theWindowComesBackWhereItWas()
    {
        const QTemporaryDir folder;
        base::Settings settings(folder.path());
        WindowMemory memory(settings);
        QWindow first;
        first.setGeometry(30, 40, 500, 520);
        memory.remember(first);
        QWindow second;
        memory.restore(second);
        QCOMPARE(second.geometry(), QRect(30, 40, 500, 520));
    }

    void aWindowAsLargeAsTheScreenLeavesRoomForItsTitleBar()
    {
        const QTemporaryDir folder;
        base::Settings settings(folder.path());
        const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
        settings.setValue(QStringLiteral("window/geometry"), screen);
        settings.setValue(QStringLiteral("window/frame"), QVariantList{2, 20, 2, 2});
        QWindow window;
        WindowMemory(settings).restore(window);
        QCOMPARE(window.geometry(), screen.marginsRemoved(QMargins(2, 20, 2, 2)));
    }

    void damagedSettingsLeaveTheWindowAsItIs()
    {
        const QTemporaryDir folder;
        base::Settings settings(folder.path());
        settings.setValue(QStringLiteral("window/geometry"), QStringLiteral("nonsense"));
        QWindow window;
        window.setGeometry(10, 10, 420, 480);
        WindowMemory(settings).restore(window);
        QCOMPARE(window.size(), QSize(420, 480));
    }
};

QTEST_MAIN(tst_WindowMemory)
#include "tst_WindowMemory.moc"
