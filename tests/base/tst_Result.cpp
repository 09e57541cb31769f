// SPDX-License-Identifier: MIT
#include "base/Result.h"

#include <QString>
#include <QTest>

#include <memory>

namespace {

enum class Trouble { Small, Large };

} // namespace

class tst_Result : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAValue();
    void holdsAnError();
    void successWithoutAValueIsDefault();
    void movesItsValueOut();
    void aValueOfTheErrorsTypeStaysAValue();
};

void tst_Result::holdsAValue()
{
    base::Result<QString, Trouble> result = QStringLiteral("x");
    QVERIFY(result);
    QCOMPARE(*result, QStringLiteral("x"));
    QCOMPARE(result->size(), 1);
    QCOMPARE(result.valueOr(QStringLiteral("y")), QStringLiteral("x"));
    *result += QStringLiteral("z");
    QCOMPARE(result.value(), QStringLiteral("xz"));
}

void tst_Result::holdsAnError()
{
    const base::Result<QString, Trouble> result = base::Failure{Trouble::Large};
    QVERIFY(!result);
    QVERIFY(!result.hasValue());
    QCOMPARE(result.error(), Trouble::Large);
    QCOMPARE(result.valueOr(QStringLiteral("y")), QStringLiteral("y"));
}

void tst_Result::successWithoutAValueIsDefault()
{
    const base::Result<void, Trouble> good;
    const base::Result<void, Trouble> bad = base::Failure{Trouble::Large};
    QVERIFY(good.hasValue());
    QVERIFY(!bad);
    QCOMPARE(bad.error(), Trouble::Large);
}

void tst_Result::movesItsValueOut()
{
    base::Result<std::unique_ptr<int>, Trouble> result = std::make_unique<int>(7);
    const std::unique_ptr<int> value = *std::move(result);
    QCOMPARE(*value, 7);
}

void tst_Result::aValueOfTheErrorsTypeStaysAValue()
{
    const base::Result<Trouble, Trouble> value = Trouble::Small;
    const base::Result<Trouble, Trouble> error = base::Failure{Trouble::Small};
    QVERIFY(value.hasValue());
    QVERIFY(!error.hasValue());
}

QTEST_GUILESS_MAIN(tst_Result)
#include "tst_Result.moc"
