// SPDX-License-Identifier: MIT
#include "api/KeyTable.h"

#include <QByteArray>
#include <QTest>

namespace {

constexpr api::KeyTable<int, 8> table({
    {"a", 1}, {"_id", 2}, {"user", 3}, {"status", 4}, {"unread_count", 5}, {"can_send_other_messages", 6},
    {"can_send_media_messages", 7}, {"all_members_are_administrators__", 8}, // the longest possible
});

} // namespace

class tst_KeyTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryKey_data();
    void findsEveryKey();
    void findsNothingThatDiffersInOneCharacter_data() { findsEveryKey_data(); }
    void findsNothingThatDiffersInOneCharacter();
    void findsNothingOfAnotherLength_data() { findsEveryKey_data(); }
    void findsNothingOfAnotherLength();
    void theEmptyKeyIsNotThere() { QVERIFY(!table.find({})); }
};

void tst_KeyTable::findsEveryKey_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("value");
    const char *const keys[]{"a", "_id", "user", "status", "unread_count", "can_send_other_messages",
        "can_send_media_messages", "all_members_are_administrators__"};
    int value = 0;
    for (const char *const key : keys) {
        QTest::newRow(key) << QByteArray(key) << ++value;
    }
}

void tst_KeyTable::findsEveryKey()
{
    QFETCH(const QByteArray, key);
    QFETCH(const int, value);
    const int *found = table.find(key.toStdString());
    QVERIFY(found);
    QCOMPARE(*found, value);
}

void tst_KeyTable::findsNothingThatDiffersInOneCharacter()
{
    QFETCH(const QByteArray, key);
    for (qsizetype i = 0; i < key.size(); ++i) {
        QByteArray other = key;
        other[i] = static_cast<char>(other[i] ^ 0x80);
        QVERIFY2(!table.find(other.toStdString()), qPrintable(QString::number(i)));
    }
}

void tst_KeyTable::findsNothingOfAnotherLength()
{
    QFETCH(const QByteArray, key);
    QVERIFY(!table.find(key.toStdString() + 's'));
    QVERIFY(!table.find(key.chopped(1).toStdString()));
    QVERIFY(!table.find(key.toStdString() + std::string(10'000, 'x')));
}

QTEST_GUILESS_MAIN(tst_KeyTable)
#include "tst_KeyTable.moc"
