// SPDX-License-Identifier: MIT
#include "api/ChatSamples.h"

#include <QTest>

using domain::Chat;
using domain::ChatType;
using namespace samples;

class tst_ChatDecoderOddities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesWithoutAValidIdAreCountedOnly_data();
    void entriesWithoutAValidIdAreCountedOnly();
    void fieldsOfAWrongTypeCountAsAbsent_data();
    void fieldsOfAWrongTypeCountAsAbsent();
    void toleratesOddChats_data();
    void toleratesOddChats();
    void typeIsTakenFromTheRestIfUnknown_data();
    void typeIsTakenFromTheRestIfUnknown();
    void unreadCountsAreKeptWithinReason_data();
    void unreadCountsAreKeptWithinReason();
    void oddMembers_data();
    void oddMembers();
    void keepsTheFirstNameThatIsNotEmpty_data();
    void keepsTheFirstNameThatIsNotEmpty();
    void keepsHostileNamesAsTheyAre_data();
    void keepsHostileNamesAsTheyAre();
};

void tst_ChatDecoderOddities::entriesWithoutAValidIdAreCountedOnly_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::newRow("no id") << QByteArray(R"({"title":"x"})");
    QTest::newRow("id null") << QByteArray(R"({"_id":null})");
    QTest::newRow("id a number") << QByteArray(R"({"_id":12})");
    QTest::newRow("id too short") << QByteArray(R"({"_id":"5b01c0ffee00000000000a0"})");
    QTest::newRow("id too long") << QByteArray(R"({"_id":"5b01c0ffee00000000000a011"})");
    QTest::newRow("id no hex") << QByteArray(R"({"_id":"5b01c0ffee00000000000a0g"})");
    QTest::newRow("id all zeros") << QByteArray(R"({"_id":"000000000000000000000000"})");
    QTest::newRow("id with a quote") << QByteArray(R"({"_id":"5b01c0ffee00000000000a\"'"})");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("a text") << QByteArray("\"5b01c0ffee00000000000a01\"");
    QTest::newRow("a list") << QByteArray("[]");
}

void tst_ChatDecoderOddities::entriesWithoutAValidIdAreCountedOnly()
{
    QFETCH(const QByteArray, entry);
    api::JsonParser parser;
    const auto page = api::ChatDecoder(parser).page(answerOf(entry + ',' + fixture("group-chat.json")));
    QVERIFY(page);
    QCOMPARE(page->received, 2);
    QCOMPARE(page->batch.chats.size(), 1);
    QCOMPARE(page->batch.chats[0].title, QStringLiteral("Open Trip Krakatau"));
}

void tst_ChatDecoderOddities::fieldsOfAWrongTypeCountAsAbsent_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("an object") << QByteArray("{}");
    QTest::newRow("a list of a list") << QByteArray("[[]]");
    QTest::newRow("a list of nulls") << QByteArray("[null,null]");
    QTest::newRow("a boolean") << QByteArray("false");
}

void tst_ChatDecoderOddities::fieldsOfAWrongTypeCountAsAbsent()
{
    QFETCH(const QByteArray, value);
    QByteArrayList fields;
    for (const char *const key :
        {"type", "title", "description", "invite_link", "photo", "last_message", "last_message_date", "createdAt",
            "updatedAt", "from", "unread_count", "members", "all_members_are_administrators", "__v", "something_new"}) {
        fields.append('"' + QByteArray(key) + "\":" + value);
    }
    const auto decoded = decodeChat(chatWith(fields.join(',')));
    QVERIFY(decoded);
    Chat expected;
    expected.id = domain::ChatId::fromHex(chatId.toStdString()).value();
    QVERIFY(decoded->chat == expected);
    QVERIFY(decoded->users.isEmpty());
}

void tst_ChatDecoderOddities::toleratesOddChats_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("nothing but the id") << QByteArray();
    QTest::newRow("dates that are none") << QByteArray(
        R"("createdAt":"soon","last_message_date":"2018-02-30T00:00:00Z")");
    QTest::newRow("a date beyond all years") << QByteArray(R"("createdAt":1e300,"updatedAt":-9e15)");
    QTest::newRow("photo of wrong types") << QByteArray(R"("photo":{"small_file_url":5,"big_file_url":null})");
    QTest::newRow("from without a valid id") << QByteArray(R"("from":{"_id":"me","name":"x"})");
    QTest::newRow("keys that only begin alike") << QByteArray(R"("titles":"x","last_message_":"y","_i":"z","":"w")");
    QTest::newRow("an escaped key nobody knows") << QByteArray(R"("\u0000\u0001":"x")");
}

void tst_ChatDecoderOddities::toleratesOddChats()
{
    QFETCH(const QByteArray, fields);
    const auto decoded = decodeChat(chatWith(fields));
    QVERIFY(decoded);
    Chat expected;
    expected.id = domain::ChatId::fromHex(chatId.toStdString()).value();
    QVERIFY(decoded->chat == expected);
    QVERIFY(decoded->users.isEmpty());
}

void tst_ChatDecoderOddities::typeIsTakenFromTheRestIfUnknown_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<ChatType>("type");
    const QByteArray from = R"("from":{"_id":")" + ayu + R"("})";
    QTest::newRow("private") << QByteArray(R"("type":"private","title":"x")") << ChatType::Private;
    QTest::newRow("group") << R"("type":"group",)" + from << ChatType::Group;
    QTest::newRow("unknown, from, no title") << R"("type":"channel",)" + from << ChatType::Private;
    QTest::newRow("unknown, from, title") << R"("type":"channel","title":"x",)" + from << ChatType::Group;
    QTest::newRow("unknown, nothing else") << QByteArray(R"("type":"channel")") << ChatType::Group;
    QTest::newRow("absent, from, empty title") << R"("title":"",)" + from << ChatType::Private;
    QTest::newRow("absent, from is a bare id") << R"("from":")" + ayu + '"' << ChatType::Private;
    QTest::newRow("absent, from nobody") << QByteArray(R"("from":{"name":"x"})") << ChatType::Group;
}

void tst_ChatDecoderOddities::typeIsTakenFromTheRestIfUnknown()
{
    QFETCH(const QByteArray, fields);
    QFETCH(const ChatType, type);
    const auto decoded = decodeChat(chatWith(fields));
    QVERIFY(decoded);
    QCOMPARE(decoded->chat.type, type);
}

void tst_ChatDecoderOddities::unreadCountsAreKeptWithinReason_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("expected"); // -1: absent
    QTest::newRow("zero") << QByteArray("0") << 0;
    QTest::newRow("some") << QByteArray("12") << 12;
    QTest::newRow("negative") << QByteArray("-1") << 0;
    QTest::newRow("very negative") << QByteArray("-9223372036854775808") << 0;
    QTest::newRow("a fraction") << QByteArray("2.9") << 2;
    QTest::newRow("a billion") << QByteArray("1000000000") << 999'999'999;
    QTest::newRow("beyond 64 bits") << QByteArray("123456789012345678901") << 999'999'999;
    QTest::newRow("1e300") << QByteArray("1e300") << 999'999'999;
    QTest::newRow("beyond a double") << QByteArray("1e999") << -1;
    QTest::newRow("text of digits") << QByteArray(R"("7")") << 7;
    QTest::newRow("text of many digits") << QByteArray(R"("99999999999999999999")") << 999'999'999;
    QTest::newRow("text of words") << QByteArray(R"("many")") << -1;
    QTest::newRow("text with a sign") << QByteArray(R"("-7")") << -1;
    QTest::newRow("empty text") << QByteArray(R"("")") << -1;
    QTest::newRow("null") << QByteArray("null") << -1;
    QTest::newRow("true") << QByteArray("true") << -1;
}

void tst_ChatDecoderOddities::unreadCountsAreKeptWithinReason()
{
    QFETCH(const QByteArray, json);
    QFETCH(const int, expected);
    const QByteArray count = R"("unread_count":)" + json;
    const auto decoded =
        decodeChat(chatWith(count + R"(,"members":[{"user":{"_id":")" + ayu + R"("},)" + count + "}]"));
    QVERIFY(decoded && decoded->chat.members.size() == 1);
    QCOMPARE(decoded->chat.unreadCount.value_or(-1), expected);
    QCOMPARE(decoded->chat.members[0].unreadCount.value_or(-1), expected);
}

void tst_ChatDecoderOddities::oddMembers_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<int>("expected");
    const QByteArray user = R"({"user":{"_id":")" + ayu + R"("},"status":"creator"})";
    const QByteArray other = R"({"user":{"_id":")" + budi + R"("},"status":"member"})";
    QTest::newRow("null") << QByteArray("null") << 0;
    QTest::newRow("an object") << QByteArray("{}") << 0;
    QTest::newRow("a text") << QByteArray(R"("all")") << 0;
    QTest::newRow("empty") << QByteArray("[]") << 0;
    QTest::newRow("without _id") << '[' + user + ']' << 1;
    QTest::newRow("two") << '[' + user + ',' + other + ']' << 2;
    QTest::newRow("the same twice") << '[' + user + ',' + other + ',' + user + ']' << 2;
    QTest::newRow("the same id in capitals") << '[' + user + R"(,{"user":{"_id":")" + ayu.toUpper() + R"("}}])" << 1;
    QTest::newRow("entry without user") << R"([{"status":"member"},)" + user + ']' << 1;
    QTest::newRow("user null") << R"([{"user":null},)" + user + ']' << 1;
    QTest::newRow("user without id") << R"([{"user":{"name":"x"}},)" + user + ']' << 1;
    QTest::newRow("user with a bad id") << R"([{"user":{"_id":"42"}},)" + user + ']' << 1;
    QTest::newRow("user as a bare id") << R"([{"user":")" + ayu + R"("}])" << 1;
    QTest::newRow("user as a bare bad id") << QByteArray(R"([{"user":"ayu"}])") << 0;
    QTest::newRow("entries of other types") << "[null,5,\"x\",[]," + user + ']' << 1;
}

void tst_ChatDecoderOddities::oddMembers()
{
    QFETCH(const QByteArray, members);
    QFETCH(const int, expected);
    const auto decoded = decodeChat(chatWith(R"("members":)" + members));
    QVERIFY(decoded);
    QCOMPARE(decoded->chat.members.size(), expected);
    QCOMPARE(decoded->users.size(), expected);
}

void tst_ChatDecoderOddities::keepsTheFirstNameThatIsNotEmpty_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty first") << QByteArray(R"("")") << QByteArray(R"("Ayu")") << QStringLiteral("Ayu");
    QTest::newRow("null first") << QByteArray("null") << QByteArray(R"("Ayu")") << QStringLiteral("Ayu");
    QTest::newRow("empty second") << QByteArray(R"("Ayu")") << QByteArray(R"("")") << QStringLiteral("Ayu");
    QTest::newRow("two names") << QByteArray(R"("Ayu")") << QByteArray(R"("Bayu")") << QStringLiteral("Ayu");
    QTest::newRow("none") << QByteArray(R"("")") << QByteArray("7") << QString();
}

void tst_ChatDecoderOddities::keepsTheFirstNameThatIsNotEmpty()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    QFETCH(const QString, expected);
    const QByteArray user = R"({"_id":")" + ayu + R"(","profile_picture":"https://a.example/p","name":)";
    const auto decoded =
        decodeChat(chatWith(R"("members":[{"user":)" + user + first + R"(}}],"from":)" + user + second + '}'));
    QVERIFY(decoded);
    QCOMPARE(decoded->users.size(), 1);
    QCOMPARE(decoded->users[0].name, expected);
    QCOMPARE(decoded->users[0].pictureUrl, QStringLiteral("https://a.example/p"));
}

void tst_ChatDecoderOddities::keepsHostileNamesAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    QTest::newRow("10,000 characters") << QByteArray(10'000, 'x') << QString(10'000, QLatin1Char('x'));
    QTest::newRow("markup") << QByteArray("<b>Ayu</b>&amp;") << QStringLiteral("<b>Ayu</b>&amp;");
    QTest::newRow("line breaks") << QByteArray(R"(a\nb\r\nc\td)") << QStringLiteral("a\nb\r\nc\td");
    QTest::newRow("quotes") << QByteArray(R"(\"a\\b\/)") << QStringLiteral("\"a\\b/");
    QTest::newRow("an emoji, escaped") << QByteArray(R"(\ud83d\ude4f)") << QString::fromUtf8("\xf0\x9f\x99\x8f");
    QTest::newRow("half an emoji") << QByteArray(R"(Hi \ud83d)") << QStringLiteral("Hi \ufffd");
    QTest::newRow("right to left") << QByteArray(R"(\u202egnp.exe)") << QStringLiteral("\u202egnp.exe");
    QTest::newRow("a NUL") << QByteArray(R"(a\u0000b)") << QString(QStringLiteral("a\0b"));
}

void tst_ChatDecoderOddities::keepsHostileNamesAsTheyAre()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, expected);
    const QByteArray text = '"' + json + '"';
    const auto decoded = decodeChat(chatWith(R"("title":)" + text + R"(,"last_message":)" + text
        + R"(,"members":[{"user":{"_id":")" + ayu + R"(","name":)" + text + "}}]"));
    QVERIFY(decoded);
    QCOMPARE(decoded->chat.title, expected);
    QCOMPARE(decoded->chat.lastMessage, expected);
    QCOMPARE(nameOf(decoded->users, ayu), expected);
}

QTEST_GUILESS_MAIN(tst_ChatDecoderOddities)
#include "tst_ChatDecoderOddities.moc"
