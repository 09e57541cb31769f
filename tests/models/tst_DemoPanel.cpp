// SPDX-License-Identifier: MIT
#include "models/DemoPanel.h"

#include <QSignalSpy>
#include <QTest>

using models::DemoPanel;

class tst_DemoPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsChosenIsAskedFor_data()
    {
        using Choice = void (DemoPanel::*)();
        QTest::addColumn<Choice>("choice");
        QTest::addColumn<Choice>("request");
        QTest::addColumn<bool>("connected"); // after it, when it was cut before
        QTest::newRow("cut") << &DemoPanel::cutConnection << &DemoPanel::cutConnectionRequested << false;
        QTest::newRow("restore") << &DemoPanel::restoreConnection << &DemoPanel::restoreConnectionRequested << true;
        QTest::newRow("ack") << &DemoPanel::loseNextAck << &DemoPanel::loseNextAckRequested << false;
        QTest::newRow("restart") << &DemoPanel::restartServer << &DemoPanel::restartServerRequested << true;
        QTest::newRow("flood") << &DemoPanel::flood << &DemoPanel::floodRequested << false;
        QTest::newRow("start over") << &DemoPanel::startOver << &DemoPanel::startOverRequested << true;
        QTest::newRow("leave") << &DemoPanel::leave << &DemoPanel::leaveRequested << true;
    }
    void whatIsChosenIsAskedFor()
    {
        using Choice = void (DemoPanel::*)();
        QFETCH(Choice, choice);
        QFETCH(Choice, request);
        QFETCH(bool, connected);
        DemoPanel panel;
        QVERIFY(panel.isConnected());
        panel.cutConnection();
        QSignalSpy asked(&panel, request);
        QSignalSpy told(&panel, &DemoPanel::connectedChanged);
        (panel.*choice)();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(panel.isConnected(), connected);
        QCOMPARE(told.count(), connected ? 1 : 0);
    }
};

QTEST_GUILESS_MAIN(tst_DemoPanel)
#include "tst_DemoPanel.moc"
