// SPDX-License-Identifier: MIT
#include "base/Log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

namespace {

constexpr qint64 megabyte = 1024 * 1024;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_Log : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void writesCategoryAndText();
    void isForItsOwnerOnly();
    void goesOnInAnExistingFile();
    void startsAnewAtAMegabyte();
    void neverTakesMoreThanTwoMegabytes();
    void writesWholeLinesFromManyThreads();
    void aFolderThatCannotBeWrittenLeavesTheLogAsItWas();

private:
    QString logPath() const { return m_folder->filePath(QStringLiteral("opentrip-chat.log")); }
    QString olderPath() const { return m_folder->filePath(QStringLiteral("opentrip-chat.1.log")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Log::initTestCase()
{
    // Qt Test's own handler would repeat megabytes, and stop at 2,000 warnings.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
}

void tst_Log::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    base::logToFolder(m_folder->path());
}

void tst_Log::writesCategoryAndText()
{
    qCWarning(logApi) << "one" << 7;
    qCInfo(logStorage) << "two";
    qCDebug(logStorage) << "not wanted";
    const QList<QByteArray> lines = contentOf(logPath()).split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].endsWith("Z opentrip.api: one 7"));
    QVERIFY(lines[1].endsWith("Z opentrip.storage: two"));
}

void tst_Log::isForItsOwnerOnly()
{
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(logPath()) & others));
}

void tst_Log::goesOnInAnExistingFile()
{
    qCWarning(logApi) << "before";
    base::logToFolder(m_folder->path());
    qCWarning(logApi) << "after";
    const QByteArray content = contentOf(logPath());
    QVERIFY(content.contains("before"));
    QVERIFY(content.contains("after"));
}

void tst_Log::startsAnewAtAMegabyte()
{
    const QString line(100'000, QLatin1Char('x'));
    for (int i = 0; i < 11; ++i) {
        qCWarning(logApi).noquote() << line;
    }
    qCWarning(logApi) << "after";
    QVERIFY(QFileInfo(olderPath()).size() > megabyte);
    QVERIFY(contentOf(logPath()).endsWith("after\n"));
    QVERIFY(QFileInfo(logPath()).size() < 1'000);
}

void tst_Log::neverTakesMoreThanTwoMegabytes()
{
    const QString line(1'000, QLatin1Char('x'));
    for (int i = 0; i < 4'000; ++i) {
        qCWarning(logApi).noquote() << line;
    }
    QVERIFY(QFile::exists(olderPath()));
    QVERIFY(QFileInfo(logPath()).size() + QFileInfo(olderPath()).size() < 2 * megabyte + 2'000);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
}

void tst_Log::writesWholeLinesFromManyThreads()
{
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back(QThread::create([] {
            for (int j = 0; j < 200; ++j) {
                qCWarning(logApi) << "abcdefghij";
            }
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads) {
        QVERIFY(thread->wait());
    }
    QList<QByteArray> lines = contentOf(logPath()).split('\n');
    QVERIFY(lines.takeLast().isEmpty());
    QCOMPARE(lines.size(), 800);
    for (const QByteArray &line : lines) {
        QVERIFY(line.endsWith("Z opentrip.api: abcdefghij"));
    }
}

void tst_Log::aFolderThatCannotBeWrittenLeavesTheLogAsItWas()
{
    base::logToFolder(QStringLiteral("/dev/null/nowhere"));
    qCWarning(logApi) << "still here";
    QVERIFY(contentOf(logPath()).contains("still here"));
}

QTEST_GUILESS_MAIN(tst_Log)
#include "tst_Log.moc"
