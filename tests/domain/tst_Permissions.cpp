// SPDX-License-Identifier: MIT
#include "domain/Permissions.h"

#include <QTest>

using domain::Permission;
using domain::Permissions;

class tst_Permissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsStatedAtFirst();
    void eachIsStatedAlone();
    void aStatementCanBeTakenBack();
    void whatIsStoredKeepsItsMeaning();
};

void tst_Permissions::nothingIsStatedAtFirst()
{
    const Permissions none;
    for (int i = 0; i < domain::permissionCount; ++i) {
        QVERIFY(!none.isStated(Permission(i)));
        QVERIFY(!none.isAllowed(Permission(i)));
    }
}

void tst_Permissions::eachIsStatedAlone()
{
    for (int i = 0; i < domain::permissionCount; ++i) {
        for (const bool allow : {true, false}) {
            Permissions permissions;
            permissions.state(Permission(i), allow);
            for (int j = 0; j < domain::permissionCount; ++j) {
                QCOMPARE(permissions.isStated(Permission(j)), i == j);
                QCOMPARE(permissions.isAllowed(Permission(j)), i == j && allow);
            }
        }
    }
}

void tst_Permissions::aStatementCanBeTakenBack()
{
    Permissions permissions;
    permissions.state(Permission::SendMessages, true);
    permissions.state(Permission::SendMessages, false);
    QVERIFY(permissions.isStated(Permission::SendMessages));
    QVERIFY(!permissions.isAllowed(Permission::SendMessages));
}

void tst_Permissions::whatIsStoredKeepsItsMeaning()
{
    // As in databases that exist: bit 3 may write, bit 12 may be edited.
    QVERIFY((Permissions{0x1008, 0x1008}).isAllowed(Permission::SendMessages));
    QVERIFY((Permissions{0x1008, 0x1008}).isAllowed(Permission::BeEdited));
    QVERIFY(!(Permissions{0x1fff, 0x1ff7}).isAllowed(Permission::SendMessages));
}

QTEST_GUILESS_MAIN(tst_Permissions)
#include "tst_Permissions.moc"
