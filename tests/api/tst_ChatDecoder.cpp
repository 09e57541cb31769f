// SPDX-License-Identifier: MIT
#include "api/ChatDecoder.h"
#include "api/JsonParser.h"

#include <QFile>
#include <QTest>

using domain::Chat;
using domain::ChatType;
using domain::Instant;
using domain::Member;
using domain::MemberStatus;
using domain::Permission;
using namespace std::chrono_literals;

namespace {

const QByteArray chatId = "5b01c0ffee00000000000a01";
const QByteArray ayu = "5b01c0ffee000000000000b1";
const QByteArray budi = "5b01c0ffee000000000000b2";

domain::UserId userId(const QByteArray &hex)
{
    return domain::UserId::fromHex(hex.toStdString()).value();
}

QByteArray fixture(const QByteArray &name)
{
    QFile file(QStringLiteral(TEST_DATA "/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray answerOf(const QByteArray &chats)
{
    return R"([{"error":false,"data":[)" + chats + "]}]";
}

/// A chat with a valid id and these fields.
QByteArray chatWith(const QByteArray &fields)
{
    // No raw string that ends in a quotation mark above the class: moc would not find the class.
    return "{\"_id\":\"" + chatId + '"' + (fields.isEmpty() ? "" : ",") + fields + '}';
}

struct Decoded
{
    Chat chat;
    QList<domain::User> users;
};

/// The chat with these fields, through the decoder; nothing if it is left out.
std::optional<Decoded> decodeChat(const QByteArray &chat)
{
    api::JsonParser parser;
    const auto page = api::ChatDecoder(parser).page(answerOf(chat));
    if (!page || page->batch.chats.size() != 1) {
        return std::nullopt;
    }
    return Decoded{page->batch.chats.first(), page->batch.users};
}

QString nameOf(const QList<domain::User> &users, const QByteArray &id)
{
    for (const domain::User &user : users) {
        if (user.id == userId(id)) {
            return user.name;
        }
    }
    return QStringLiteral("(nobody)");
}

} // namespace

class tst_ChatDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryFieldOfAPrivateChat();
    void readsEveryMemberOfAPrivateChat();
    void readsAGroup();
    void readsEachPermissionByItsName_data();
    void readsEachPermissionByItsName();
    void readsEachStatusByItsName_data();
    void readsEachStatusByItsName();
    void anEmptyPageIsAPage();
    void namesEachPersonOfAnAnswerOnce();
    void rejectedAndMalformedAnswers_data();
    void rejectedAndMalformedAnswers();
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
    void aChangeIsExactlyOneChat();
    void aChangeWithoutAChatIsNothing_data();
    void aChangeWithoutAChatIsNothing();
};

void tst_ChatDecoder::readsEveryFieldOfAPrivateChat()
{
    const auto decoded = decodeChat(fixture("private-chat.json"));
    QVERIFY(decoded);
    const Chat &chat = decoded->chat;
    QCOMPARE(chat.id.toHex(), chatId);
    QCOMPARE(chat.type, ChatType::Private);
    QCOMPARE(chat.title, QString());
    QCOMPARE(chat.smallPhotoUrl, QStringLiteral("https://s3-ap-southeast-1.amazonaws.com/opentrip-media/small.jpg"));
    QCOMPARE(chat.bigPhotoUrl, QStringLiteral("https://s3-ap-southeast-1.amazonaws.com/opentrip-media/big.jpg"));
    QCOMPARE(chat.lastMessage, QString::fromUtf8("Sampai jumpa di Bromo \xf0\x9f\x99\x8f"));
    QVERIFY(chat.lastMessageAt == Instant(1525309198007ms));
    QVERIFY(chat.createdAt == Instant(1525248900500ms));
    QVERIFY(chat.updatedAt == Instant(1525309200000ms));
    QVERIFY(chat.from == userId(ayu));
    QVERIFY(chat.unreadCount == 2);
    QVERIFY(chat.allMembersAreAdministrators);
}

void tst_ChatDecoder::readsEveryMemberOfAPrivateChat()
{
    const auto decoded = decodeChat(fixture("private-chat.json"));
    QVERIFY(decoded);
    QCOMPARE(decoded->chat.members.size(), 2);
    const Member &creator = decoded->chat.members[0];
    QCOMPARE(creator.user, userId(ayu));
    QCOMPARE(creator.status, MemberStatus::Creator);
    QCOMPARE(creator.permissions.allowed, 0x1fff);
    QCOMPARE(creator.permissions.stated, 0x1fff);
    QVERIFY(creator.unreadCount == 3);
    const Member &member = decoded->chat.members[1];
    QCOMPARE(member.user, userId(budi));
    QVERIFY(member.permissions.isAllowed(Permission::SendMessages));
    QVERIFY(member.permissions.isStated(Permission::PinMessages));
    QVERIFY(!member.permissions.isAllowed(Permission::PinMessages));
    QVERIFY(!member.permissions.isStated(Permission::InviteUsers));
    QCOMPARE(decoded->users.size(), 2);
    QCOMPARE(nameOf(decoded->users, ayu), QStringLiteral("Ayu Lestari"));
    QVERIFY(decoded->users[0].pictureUrl.endsWith(QLatin1String("1f2e3d4c.jpg")));
    QCOMPARE(decoded->users[1].pictureUrl, QString());
}

void tst_ChatDecoder::readsAGroup()
{
    const auto decoded = decodeChat(fixture("group-chat.json"));
    QVERIFY(decoded);
    const Chat &chat = decoded->chat;
    QCOMPARE(chat.type, ChatType::Group);
    QCOMPARE(chat.title, QStringLiteral("Open Trip Krakatau"));
    QCOMPARE(chat.description, QStringLiteral("Two days, one night"));
    QCOMPARE(chat.inviteLink, QStringLiteral("7KwQz2nLpDoXsTgYv"));
    QCOMPARE(chat.smallPhotoUrl, QStringLiteral("image.url"));
    QVERIFY(!chat.from);
    QVERIFY(!chat.allMembersAreAdministrators);
    QCOMPARE(chat.members.size(), 2);
    QVERIFY(!chat.members[1].unreadCount);
}

void tst_ChatDecoder::readsEachPermissionByItsName_data()
{
    QTest::addColumn<Permission>("permission");
    QTest::newRow("can_add_web_page_previews") << Permission::AddWebPagePreviews;
    QTest::newRow("can_send_other_messages") << Permission::SendOtherMessages;
    QTest::newRow("can_send_media_messages") << Permission::SendMediaMessages;
    QTest::newRow("can_send_messages") << Permission::SendMessages;
    QTest::newRow("can_promote_members") << Permission::PromoteMembers;
    QTest::newRow("can_pin_messages") << Permission::PinMessages;
    QTest::newRow("can_restrict_members") << Permission::RestrictMembers;
    QTest::newRow("can_invite_users") << Permission::InviteUsers;
    QTest::newRow("can_delete_messages") << Permission::DeleteMessages;
    QTest::newRow("can_edit_messages") << Permission::EditMessages;
    QTest::newRow("can_post_messages") << Permission::PostMessages;
    QTest::newRow("can_change_info") << Permission::ChangeInfo;
    QTest::newRow("can_be_edited") << Permission::BeEdited;
}

void tst_ChatDecoder::readsEachPermissionByItsName()
{
    QFETCH(const Permission, permission);
    const QByteArray user = R"("members":[{"user":{"_id":")" + ayu + R"("},")" + QTest::currentDataTag();
    for (const bool allow : {true, false}) {
        const auto decoded = decodeChat(chatWith(user + (allow ? "\":true}]" : "\":false}]")));
        QVERIFY(decoded && decoded->chat.members.size() == 1);
        domain::Permissions expected;
        expected.state(permission, allow);
        QVERIFY(decoded->chat.members[0].permissions == expected);
    }
    const auto decoded = decodeChat(chatWith(user + "\":1}]"));
    QVERIFY(decoded && decoded->chat.members.size() == 1);
    QVERIFY(decoded->chat.members[0].permissions == domain::Permissions{});
}

void tst_ChatDecoder::readsEachStatusByItsName_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<MemberStatus>("status");
    QTest::newRow("creator") << QByteArray(R"("creator")") << MemberStatus::Creator;
    QTest::newRow("administrator") << QByteArray(R"("administrator")") << MemberStatus::Administrator;
    QTest::newRow("member") << QByteArray(R"("member")") << MemberStatus::Member;
    QTest::newRow("restricted") << QByteArray(R"("restricted")") << MemberStatus::Restricted;
    QTest::newRow("left") << QByteArray(R"("left")") << MemberStatus::Left;
    QTest::newRow("kicked") << QByteArray(R"("kicked")") << MemberStatus::Kicked;
    QTest::newRow("unknown") << QByteArray(R"("astronaut")") << MemberStatus::Other;
    QTest::newRow("empty") << QByteArray(R"("")") << MemberStatus::Other;
    QTest::newRow("in capitals") << QByteArray(R"("Creator")") << MemberStatus::Other;
    QTest::newRow("null is absent") << QByteArray("null") << MemberStatus::Member;
    QTest::newRow("a number is absent") << QByteArray("1") << MemberStatus::Member;
}

void tst_ChatDecoder::readsEachStatusByItsName()
{
    QFETCH(const QByteArray, json);
    QFETCH(const MemberStatus, status);
    const auto decoded = decodeChat(chatWith(R"("members":[{"user":{"_id":")" + ayu + R"("},"status":)" + json + "}]"));
    QVERIFY(decoded && decoded->chat.members.size() == 1);
    QCOMPARE(decoded->chat.members[0].status, status);
}

void tst_ChatDecoder::anEmptyPageIsAPage()
{
    api::JsonParser parser;
    const auto page = api::ChatDecoder(parser).page(answerOf({}));
    QVERIFY(page);
    QCOMPARE(page->received, 0);
    QVERIFY(page->batch.chats.isEmpty());
}

void tst_ChatDecoder::namesEachPersonOfAnAnswerOnce()
{
    api::JsonParser parser;
    const QByteArray chats = fixture("private-chat.json") + ',' + fixture("group-chat.json");
    const auto page = api::ChatDecoder(parser).page(answerOf(chats));
    QVERIFY(page);
    QCOMPARE(page->batch.chats.size(), 2);
    QCOMPARE(page->received, 2);
    QCOMPARE(page->batch.users.size(), 3);
    QCOMPARE(nameOf(page->batch.users, "5b01c0ffee000000000000b3"), QStringLiteral("Citra"));
    // Somebody who was in the chat before is still a member of this one.
    QCOMPARE(page->batch.chats[1].members.size(), 2);
}

void tst_ChatDecoder::rejectedAndMalformedAnswers_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<api::ErrorKind>("kind");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("code");
    const auto rejected = [](const char *name, const char *json, const char *message = "", const char *code = "") {
        QTest::newRow(name) << QByteArray(json) << api::ErrorKind::Rejected << QString::fromUtf8(message)
                            << QString::fromUtf8(code);
    };
    const auto malformed = [](const char *name, const char *json) {
        QTest::newRow(name) << QByteArray(json) << api::ErrorKind::Malformed << QString() << QString();
    };
    rejected("error alone", R"([{"error":true}])");
    rejected("error with data", R"([{"error":true,"data":[]}])");
    rejected("error with message", R"([{"error":true,"message":"Not now"}])", "Not now");
    rejected(
        "error with message and code", R"([{"code":"NOT_FOUND","message":"Gone","error":true}])", "Gone", "NOT_FOUND");
    rejected("error with null message", R"([{"error":true,"message":null,"code":7}])");
    rejected("error as the text true", R"([{"error":"true"}])");
    rejected("error in words", R"([{"error":"Too many requests"}])", "Too many requests");
    rejected("error in words beside a message", R"([{"message":"Slow down","error":"rate"}])", "Slow down");
    rejected("error as an object", R"([{"error":{"message":"Gone","code":"NOT_FOUND"}}])", "Gone", "NOT_FOUND");
    rejected("error as a number", R"([{"error":500,"data":[]}])");
    rejected("error first, words", R"(["Not now"])", "Not now");
    rejected("error first, words, then null", R"(["Not now",null])", "Not now");
    rejected("error first, object", R"([{"message":"Not now","code":"BUSY"},null])", "Not now", "BUSY");
    rejected("error first, null, then a rejection", R"([null,{"error":true,"message":"No"}])", "No");
    malformed("no arguments", "[]");
    malformed("null", "[null]");
    malformed("nulls", "[null,null]");
    malformed("a number", "[5]");
    malformed("true", "[true]");
    malformed("an empty object", "[{}]");
    malformed("data missing", R"([{"error":false}])");
    malformed("data null", R"([{"error":false,"data":null}])");
    malformed("data an object", R"([{"error":false,"data":{}}])");
    malformed("data a text", R"([{"error":false,"data":"none"}])");
    malformed("data missing, with words", R"([{"error":false,"message":"fine"}])");
    malformed("a bare list", R"([[]])");
    malformed("not a list of arguments", R"({"error":false,"data":[]})");
    malformed("no JSON", "<html>");
    malformed("cut short", R"([{"error":false,"data":[)");
    malformed("empty", "");
}

void tst_ChatDecoder::rejectedAndMalformedAnswers()
{
    QFETCH(const QByteArray, arguments);
    QFETCH(const api::ErrorKind, kind);
    QFETCH(const QString, message);
    QFETCH(const QString, code);
    api::JsonParser parser;
    const auto page = api::ChatDecoder(parser).page(arguments);
    QVERIFY(!page);
    QVERIFY(page.error() == (api::Error{kind, message, code}));
}

void tst_ChatDecoder::entriesWithoutAValidIdAreCountedOnly_data()
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

void tst_ChatDecoder::entriesWithoutAValidIdAreCountedOnly()
{
    QFETCH(const QByteArray, entry);
    api::JsonParser parser;
    const auto page = api::ChatDecoder(parser).page(answerOf(entry + ',' + fixture("group-chat.json")));
    QVERIFY(page);
    QCOMPARE(page->received, 2);
    QCOMPARE(page->batch.chats.size(), 1);
    QCOMPARE(page->batch.chats[0].title, QStringLiteral("Open Trip Krakatau"));
}

void tst_ChatDecoder::fieldsOfAWrongTypeCountAsAbsent_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("an object") << QByteArray("{}");
    QTest::newRow("a list of a list") << QByteArray("[[]]");
    QTest::newRow("a list of nulls") << QByteArray("[null,null]");
    QTest::newRow("a boolean") << QByteArray("false");
}

void tst_ChatDecoder::fieldsOfAWrongTypeCountAsAbsent()
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

void tst_ChatDecoder::toleratesOddChats_data()
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

void tst_ChatDecoder::toleratesOddChats()
{
    QFETCH(const QByteArray, fields);
    const auto decoded = decodeChat(chatWith(fields));
    QVERIFY(decoded);
    Chat expected;
    expected.id = domain::ChatId::fromHex(chatId.toStdString()).value();
    QVERIFY(decoded->chat == expected);
    QVERIFY(decoded->users.isEmpty());
}

void tst_ChatDecoder::typeIsTakenFromTheRestIfUnknown_data()
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

void tst_ChatDecoder::typeIsTakenFromTheRestIfUnknown()
{
    QFETCH(const QByteArray, fields);
    QFETCH(const ChatType, type);
    const auto decoded = decodeChat(chatWith(fields));
    QVERIFY(decoded);
    QCOMPARE(decoded->chat.type, type);
}

void tst_ChatDecoder::unreadCountsAreKeptWithinReason_data()
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

void tst_ChatDecoder::unreadCountsAreKeptWithinReason()
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

void tst_ChatDecoder::oddMembers_data()
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

void tst_ChatDecoder::oddMembers()
{
    QFETCH(const QByteArray, members);
    QFETCH(const int, expected);
    const auto decoded = decodeChat(chatWith(R"("members":)" + members));
    QVERIFY(decoded);
    QCOMPARE(decoded->chat.members.size(), expected);
    QCOMPARE(decoded->users.size(), expected);
}

void tst_ChatDecoder::keepsTheFirstNameThatIsNotEmpty_data()
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

void tst_ChatDecoder::keepsTheFirstNameThatIsNotEmpty()
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

void tst_ChatDecoder::keepsHostileNamesAsTheyAre_data()
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

void tst_ChatDecoder::keepsHostileNamesAsTheyAre()
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

void tst_ChatDecoder::aChangeIsExactlyOneChat()
{
    api::JsonParser parser;
    api::ChatDecoder decoder(parser);
    const QByteArray event = R"(["new_message:x",)" + fixture("group-chat.json") + ",17]";
    const auto change = decoder.change(event, 1);
    QVERIFY(change);
    QCOMPARE(change->chats.size(), 1);
    QCOMPARE(change->chats[0].title, QStringLiteral("Open Trip Krakatau"));
    QCOMPARE(change->users.size(), 2);
}

void tst_ChatDecoder::aChangeWithoutAChatIsNothing_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::newRow("no argument") << QByteArray(R"(["new_message:x"])");
    QTest::newRow("null") << QByteArray(R"(["new_message:x",null])");
    QTest::newRow("a text") << QByteArray(R"(["new_message:x","hello"])");
    QTest::newRow("a list of chats") << QByteArray(R"(["new_message:x",[{"_id":"5b01c0ffee00000000000a01"}]])");
    QTest::newRow("no id") << QByteArray(R"(["new_message:x",{"title":"x"}])");
    QTest::newRow("a bad id") << QByteArray(R"(["new_message:x",{"_id":"x"}])");
    QTest::newRow("no JSON") << QByteArray(R"(["new_message:x",{"_id":])");
}

void tst_ChatDecoder::aChangeWithoutAChatIsNothing()
{
    QFETCH(const QByteArray, arguments);
    api::JsonParser parser;
    QVERIFY(!api::ChatDecoder(parser).change(arguments, 1));
}

QTEST_GUILESS_MAIN(tst_ChatDecoder)
#include "tst_ChatDecoder.moc"
