// SPDX-License-Identifier: MIT
#include "api/ChatSamples.h"

#include <QTest>

using domain::Chat;
using domain::ChatType;
using domain::Instant;
using domain::Member;
using domain::MemberStatus;
using domain::Permission;
using namespace samples;
using namespace std::chrono_literals;

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
