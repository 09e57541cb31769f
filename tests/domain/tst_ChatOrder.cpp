// SPDX-License-Identifier: MIT
#include "domain/ChatRow.h"

#include <QTest>

#include <array>
#include <vector>

using domain::ChatOrder;
using domain::Instant;
using namespace std::chrono_literals;

namespace {

domain::ChatId chatId(std::uint8_t last)
{
    domain::ChatId::Bytes bytes{};
    bytes[0] = 0x5a;
    bytes[11] = last;
    return domain::ChatId(bytes);
}

/// Every combination of dates that are absent, equal or different, and of ids.
std::vector<ChatOrder> everyKind()
{
    const std::array<std::optional<Instant>, 4> dates{std::nullopt, Instant(-5ms), Instant(0ms), Instant(7ms)};
    std::vector<ChatOrder> all;
    for (const auto &lastMessageAt : dates) {
        for (const auto &createdAt : dates) {
            all.push_back({lastMessageAt, createdAt, chatId(1)});
            all.push_back({lastMessageAt, createdAt, chatId(255)});
        }
    }
    return all;
}

} // namespace

class tst_ChatOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstStandsAbove_data();
    void theFirstStandsAbove();
    void isAStrictOrderOverEveryPair();
    void isTransitive();
    void aRowAndItsChatHaveTheSameOrder();
};

void tst_ChatOrder::theFirstStandsAbove_data()
{
    QTest::addColumn<ChatOrder>("above");
    QTest::addColumn<ChatOrder>("below");
    const Instant early(1000ms);
    const Instant late(2000ms);
    QTest::newRow("newer message") << ChatOrder{late, early, chatId(1)} << ChatOrder{early, late, chatId(2)};
    QTest::newRow("a date before none") << ChatOrder{early, {}, chatId(1)} << ChatOrder{{}, late, chatId(2)};
    QTest::newRow("a date before 1970 before none")
        << ChatOrder{Instant(-1ms), {}, chatId(1)} << ChatOrder{{}, late, chatId(2)};
    QTest::newRow("created later") << ChatOrder{early, late, chatId(1)} << ChatOrder{early, early, chatId(2)};
    QTest::newRow("no message, created later") << ChatOrder{{}, late, chatId(1)} << ChatOrder{{}, early, chatId(2)};
    QTest::newRow("no dates, larger id") << ChatOrder{{}, {}, chatId(2)} << ChatOrder{{}, {}, chatId(1)};
    QTest::newRow("same dates, larger id")
        << ChatOrder{late, early, chatId(200)} << ChatOrder{late, early, chatId(100)};
}

void tst_ChatOrder::theFirstStandsAbove()
{
    QFETCH(const ChatOrder, above);
    QFETCH(const ChatOrder, below);
    QVERIFY(above.isBefore(below));
    QVERIFY(!below.isBefore(above));
}

void tst_ChatOrder::isAStrictOrderOverEveryPair()
{
    for (const ChatOrder &a : everyKind()) {
        for (const ChatOrder &b : everyKind()) {
            QCOMPARE(int(a.isBefore(b)) + int(b.isBefore(a)), a == b ? 0 : 1);
        }
    }
}

void tst_ChatOrder::isTransitive()
{
    const auto all = everyKind();
    for (const ChatOrder &a : all) {
        for (const ChatOrder &b : all) {
            for (const ChatOrder &c : all) {
                QVERIFY(!a.isBefore(b) || !b.isBefore(c) || a.isBefore(c));
            }
        }
    }
}

void tst_ChatOrder::aRowAndItsChatHaveTheSameOrder()
{
    domain::Chat chat;
    chat.id = chatId(3);
    chat.lastMessageAt = Instant(5ms);
    chat.createdAt = Instant(4ms);
    domain::ChatRow row;
    row.id = chat.id;
    row.lastMessageAt = chat.lastMessageAt;
    row.createdAt = chat.createdAt;
    QVERIFY(ChatOrder::of(chat) == ChatOrder::of(row));
    QVERIFY(ChatOrder::of(chat) == (ChatOrder{Instant(5ms), Instant(4ms), chatId(3)}));
}

QTEST_GUILESS_MAIN(tst_ChatOrder)
#include "tst_ChatOrder.moc"
