// SPDX-License-Identifier: MIT
#include <QQmlEngine>
#include <QtQuickTest>

#include "FakeChats.h"
#include "FakeHits.h"

/// Shows the QML tests the program's own modules, and the doubles as OpenTrip.Doubles.
class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        qmlRegisterType<FakeChats>("OpenTrip.Doubles", 1, 0, "FakeChats");
        qmlRegisterType<FakeHits>("OpenTrip.Doubles", 1, 0, "FakeHits");
    }
};

QUICK_TEST_MAIN_WITH_SETUP(qml, Setup)

#include "main.moc"
