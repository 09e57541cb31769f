// SPDX-License-Identifier: MIT
#include "models/ConnectionWords.h"
#include "models/NoticeWords.h"

#include <QSet>
#include <QTest>

using namespace std::chrono_literals;
using models::ConnectionWords;
using models::NoticeWords;
using session::Connection;
using session::Notice;
using session::Problem;

namespace {

constexpr Problem everyProblem[] = {Problem::None, Problem::Unreachable, Problem::Lost, Problem::ClosedByServer,
    Problem::NotThisService, Problem::Silent, Problem::TlsFailed, Problem::BadData, Problem::TooLarge, Problem::Refused,
    Problem::TokenRefused, Problem::Suspended, Problem::LoggedOut};
constexpr Notice everyNotice[] = {Notice::CacheRebuilt, Notice::OwnSetAside, Notice::NotStored, Notice::DataInUse,
    Notice::DataNewer, Notice::DiskFull};

Connection troubled(Problem problem, const QString &words = {}, const QString &code = {})
{
    Connection connection;
    connection.problem = problem;
    connection.serverWords = words;
    connection.code = code;
    return connection;
}

} // namespace

class tst_ConnectionWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProblemHasSentencesOfItsOwn()
    {
        QSet<QString> seen;
        for (const Problem problem : everyProblem) {
            const QString text = ConnectionWords::problem(troubled(problem));
            QVERIFY2(text.endsWith(QLatin1Char('.')), qPrintable(text));
            QVERIFY2(!text.contains(QLatin1Char('!')), qPrintable(text));
            QVERIFY2(!seen.contains(text), qPrintable(text));
            seen.insert(text);
        }
    }

    void theServersOwnWordsAreQuoted()
    {
        QCOMPARE(ConnectionWords::problem(troubled(Problem::Refused, QStringLiteral(" Back\nat 5 %1 "))),
            QStringLiteral("The server refuses the connection. The server says: Back at 5 %1"));
        QVERIFY(ConnectionWords::refusedToken(troubled(Problem::TokenRefused, QStringLiteral("jwt expired")))
                    .endsWith(QStringLiteral("The server says: jwt expired")));
    }

    void aServersNovelIsCutShort()
    {
        const QString text = ConnectionWords::problem(troubled(Problem::Refused, QString(100'000, QLatin1Char('x'))));
        QVERIFY(text.size() < 300);
    }

    void aBareCodeIsQuotedOnlyWhereItIsTheOnlyReason()
    {
        const QString code = QStringLiteral("TOO_MANY_USERS");
        QVERIFY(ConnectionWords::problem(troubled(Problem::Refused, {}, code)).endsWith(code));
        QVERIFY(!ConnectionWords::problem(troubled(Problem::TokenRefused, {}, code)).contains(code));
    }

    void theNextTryIsCountedUpwards_data()
    {
        QTest::addColumn<int>("milliseconds");
        QTest::addColumn<QString>("words");
        QTest::newRow("due") << 0 << "Trying now…";
        QTest::newRow("overdue") << -5'000 << "Trying now…";
        QTest::newRow("a moment") << 1 << "Trying again in 1 s";
        QTest::newRow("eight seconds") << 8'000 << "Trying again in 8 s";
        QTest::newRow("a little more") << 8'001 << "Trying again in 9 s";
        QTest::newRow("a minute") << 60'000 << "Trying again in 60 s";
        QTest::newRow("more than a minute") << 60'001 << "Trying again in 2 min";
        QTest::newRow("five minutes") << 300'000 << "Trying again in 5 min";
    }
    void theNextTryIsCountedUpwards()
    {
        QFETCH(int, milliseconds);
        QTEST(ConnectionWords::nextTry(std::chrono::milliseconds(milliseconds)), "words");
    }

    void everyNoticeHasSentencesOfItsOwn()
    {
        QSet<QString> seen;
        for (const Notice notice : everyNotice) {
            const QString text = NoticeWords::notice(notice);
            QVERIFY2(text.endsWith(QLatin1Char('.')) && !text.contains(QLatin1Char('!')), qPrintable(text));
            QVERIFY2(!seen.contains(text), qPrintable(text));
            seen.insert(text);
        }
    }

    void aServersComplaintIsQuotedInOneLine()
    {
        QCOMPARE(NoticeWords::serverError(QStringLiteral("chat\nnot found")),
            QStringLiteral("The server reports a problem: chat not found"));
        QVERIFY(!NoticeWords::serverError(QStringLiteral(" \n ")).isEmpty());
        QVERIFY(NoticeWords::serverError(QString(100'000, QLatin1Char('x'))).size() < 300);
    }
};

QTEST_GUILESS_MAIN(tst_ConnectionWords)
#include "tst_ConnectionWords.moc"
