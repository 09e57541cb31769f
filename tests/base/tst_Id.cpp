// SPDX-License-Identifier: MIT
#include "base/Id.h"

#include <QSet>
#include <QTest>

#include <type_traits>
#include <unordered_set>

namespace {

using Id = base::Id<struct OneTag>;
using OtherId = base::Id<struct OtherTag>;

static_assert(!std::is_convertible_v<Id, OtherId>, "ids of different things must not mix");
static_assert(sizeof(Id) == 12);

} // namespace

class tst_Id : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHexAndWritesItBack();
    void refusesWhatIsNoId_data();
    void refusesWhatIsNoId();
    void storedBytesComeBack();
    void refusesBytesOfAnotherLength();
    void comparesAsTheHexDoes();
    void isAKeyOfEveryKindOfHash();
};

void tst_Id::readsHexAndWritesItBack()
{
    const auto id = Id::fromHex(std::string_view("59C63A5fe0bc2400117a87fc"));
    QVERIFY(id && !id->isNull());
    QCOMPARE(id->toHex(), QByteArray("59c63a5fe0bc2400117a87fc"));
    QCOMPARE(id->toString(), QStringLiteral("59c63a5fe0bc2400117a87fc"));
    QVERIFY(Id::fromHex(QStringView(u"59c63a5fe0bc2400117a87fc")) == id);
}

void tst_Id::refusesWhatIsNoId_data()
{
    QTest::addColumn<QString>("hex");
    QTest::newRow("empty") << QString();
    QTest::newRow("23 digits") << QStringLiteral("59c63a5fe0bc2400117a87f");
    QTest::newRow("25 digits") << QStringLiteral("59c63a5fe0bc2400117a87fc1");
    QTest::newRow("not hex") << QStringLiteral("59c63a5fe0bc2400117a87fg");
    QTest::newRow("a sign") << QStringLiteral("+9c63a5fe0bc2400117a87fc");
    QTest::newRow("a space") << QStringLiteral(" 9c63a5fe0bc2400117a87fc");
    QTest::newRow("full-width digits") << QStringLiteral("\uff15").repeated(24);
    QTest::newRow("24 bytes of UTF-8") << QStringLiteral("\uff15").repeated(8);
    QTest::newRow("zeros") << QStringLiteral("0").repeated(24);
    QTest::newRow("megabytes") << QStringLiteral("a").repeated(1'000'000);
}

void tst_Id::refusesWhatIsNoId()
{
    QFETCH(const QString, hex);
    QVERIFY(!Id::fromHex(QStringView(hex)));
    QVERIFY(!Id::fromHex(hex.toStdString()));
}

void tst_Id::storedBytesComeBack()
{
    const auto id = Id::fromHex(std::string_view("00c63a5fe0bc2400117a8700"));
    QVERIFY(id);
    QCOMPARE(id->bytes().size(), 12);
    QVERIFY(Id::fromBytes(id->bytes()) == id);
}

void tst_Id::refusesBytesOfAnotherLength()
{
    QVERIFY(!Id::fromBytes(QByteArray()));
    QVERIFY(!Id::fromBytes(QByteArray(11, 'x')));
    QVERIFY(!Id::fromBytes(QByteArray(24, 'x')));
}

void tst_Id::comparesAsTheHexDoes()
{
    const auto small = Id::fromHex(std::string_view("7fffffffffffffffffffffff"));
    const auto large = Id::fromHex(std::string_view("800000000000000000000000"));
    QVERIFY(small && large);
    QVERIFY(*small < *large);
    QVERIFY(Id() < *small);
}

void tst_Id::isAKeyOfEveryKindOfHash()
{
    QSet<Id> qtSet;
    std::unordered_set<Id> stdSet;
    for (int i = 1; i <= 1'000; ++i) {
        const QByteArray hex = QByteArray::number(i, 16).rightJustified(24, '0');
        const auto id = Id::fromHex(hex.toStdString());
        QVERIFY(id);
        qtSet.insert(*id);
        stdSet.insert(*id);
    }
    QCOMPARE(qtSet.size(), 1'000);
    QCOMPARE(stdSet.size(), 1'000u);
}

QTEST_GUILESS_MAIN(tst_Id)
#include "tst_Id.moc"
