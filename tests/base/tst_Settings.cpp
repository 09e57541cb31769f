// SPDX-License-Identifier: MIT
#include "base/Settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class tst_Settings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersOverARestart();
    void isInTheDataFolder();
    void fallsBackToTheDefault_data();
    void fallsBackToTheDefault();
    void forgetsWhatIsRemoved();
    void aFolderThatCannotBeWrittenIsNoCrash();
};

void tst_Settings::remembersOverARestart()
{
    const QTemporaryDir folder;
    {
        base::Settings settings(folder.path());
        settings.setValue(QStringLiteral("window/width"), 1280);
        settings.setValue(QStringLiteral("look/theme"), QStringLiteral("dark"));
    }
    const base::Settings settings(folder.path());
    QCOMPARE(settings.value(QStringLiteral("window/width"), 0), 1280);
    QCOMPARE(settings.value(QStringLiteral("look/theme"), QString()), QStringLiteral("dark"));
}

void tst_Settings::isInTheDataFolder()
{
    const QTemporaryDir folder;
    {
        base::Settings(folder.path()).setValue(QStringLiteral("a/b"), 1);
    }
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("settings.ini"))));
}

void tst_Settings::fallsBackToTheDefault_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("missing file") << QByteArray();
    QTest::newRow("missing key") << QByteArray("[window]\nheight=5\n");
    QTest::newRow("no ini") << QByteArray("\x00\xff\xfe\x1b{]=[=\n", 10);
    QTest::newRow("cut short") << QByteArray("[window]\nwid");
    QTest::newRow("a megabyte of nonsense") << QByteArray(1'000'000, '[');
}

void tst_Settings::fallsBackToTheDefault()
{
    QFETCH(const QByteArray, file);
    const QTemporaryDir folder;
    if (!file.isEmpty()) {
        QFile ini(folder.filePath(QStringLiteral("settings.ini")));
        QVERIFY(ini.open(QIODevice::WriteOnly));
        ini.write(file);
    }
    const base::Settings settings(folder.path());
    QCOMPARE(settings.value(QStringLiteral("window/width"), 800), 800);
    QCOMPARE(settings.value(QStringLiteral("look/theme"), QStringLiteral("system")), QStringLiteral("system"));
}

void tst_Settings::forgetsWhatIsRemoved()
{
    const QTemporaryDir folder;
    base::Settings settings(folder.path());
    settings.setValue(QStringLiteral("a/b"), 1);
    settings.remove(QStringLiteral("a/b"));
    QCOMPARE(settings.value(QStringLiteral("a/b"), 7), 7);
}

void tst_Settings::aFolderThatCannotBeWrittenIsNoCrash()
{
    base::Settings settings(QStringLiteral("/dev/null/nowhere"));
    settings.setValue(QStringLiteral("a/b"), 1);
    QCOMPARE(settings.value(QStringLiteral("a/b"), 7), 1);
}

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_Settings.moc"
