// SPDX-License-Identifier: MIT
#include "app/DataFolder.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using app::DataFolder;

class tst_DataFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCreatedForItsOwnerOnly()
    {
        const QTemporaryDir base;
        const QString path = base.filePath(QStringLiteral("a/b"));
        const auto folder = DataFolder::open(path);
        QVERIFY(folder.hasValue());
        QCOMPARE((*folder)->path(), QDir(path).absolutePath());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(path).permissions() & others));
    }

    void aSecondUserOfTheFolderIsToldSo()
    {
        const QTemporaryDir base;
        const auto first = DataFolder::open(base.path());
        QVERIFY(first.hasValue());
        const auto second = DataFolder::open(base.path());
        QVERIFY(!second.hasValue());
        QVERIFY(second.error().contains(QLatin1String("running already")));
    }

    void isFreeAgainAfterwards()
    {
        const QTemporaryDir base;
        QVERIFY(DataFolder::open(base.path()).hasValue());
        QVERIFY(DataFolder::open(base.path()).hasValue());
    }

    void aLockOfADeadProcessDoesNotHold()
    {
        const QTemporaryDir base;
        QFile lock(base.filePath(QStringLiteral("lock")));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        // No process has this number: it is above Linux's highest.
        lock.write("4194305\nopentrip-chat\n" + QSysInfo::machineHostName().toUtf8() + "\n");
        lock.close();
        QVERIFY(DataFolder::open(base.path()).hasValue());
    }

    void aPlaceThatCannotBeAFolderIsSaid()
    {
        const QTemporaryDir base;
        QFile file(base.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto folder = DataFolder::open(file.fileName() + QStringLiteral("/below"));
        QVERIFY(!folder.hasValue());
        QVERIFY(folder.error().contains(QLatin1String("--data-dir")));
    }
};

QTEST_GUILESS_MAIN(tst_DataFolder)
#include "tst_DataFolder.moc"
