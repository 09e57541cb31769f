// SPDX-License-Identifier: MIT
#include "app/Renderer.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

class tst_Renderer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void graphicsDevicesAreFound_data()
    {
        QTest::addColumn<QString>("device");
        QTest::addColumn<bool>("found");
        QTest::newRow("render node") << QStringLiteral("dri/renderD128") << true;
        QTest::newRow("NVIDIA") << QStringLiteral("nvidia0") << true;
        QTest::newRow("a display without rendering") << QStringLiteral("dri/card0") << false;
        QTest::newRow("NVIDIA's control device only") << QStringLiteral("nvidiactl") << false;
        QTest::newRow("none") << QStringLiteral("null") << false;
    }

    void graphicsDevicesAreFound()
    {
        QFETCH(const QString, device);
        QFETCH(const bool, found);
        const QTemporaryDir devices;
        QVERIFY(QDir(devices.path()).mkpath(QStringLiteral("dri")));
        QFile file(devices.filePath(device));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(app::hasGraphicsDevice(devices.path()), found);
    }
};

QTEST_APPLESS_MAIN(tst_Renderer)
#include "tst_Renderer.moc"
