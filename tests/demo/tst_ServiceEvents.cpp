// SPDX-License-Identifier: MIT
#include "api/ChatDecoder.h"
#include "api/JsonParser.h"
#include "demo/Json.h"
#include "demo/ServiceEvents.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace std::chrono_literals;
using demo::ServiceEvents;
using demo::World;

namespace {

QJsonValue json(const QByteArray &text)
{
    return QJsonDocument::fromJson(QByteArray("[" + text + "]")).array().at(0);
}

QJsonObject read(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

constexpr domain::Instant later(1'792'000'001'000ms);

} // namespace

/// What is answered to which request; and that the client's own decoder, written independently, reads it the same.
class tst_ServiceEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWithEveryDocumentedField();
    void answersWhatTheClientReads();
    void listsWhatIsAskedFor_data();
    void listsWhatIsAskedFor();
    void refusesBadOptions_data();
    void refusesBadOptions();
    void tellsWhoIsOnline();
    void tellsNothingOfStrangers_data();
    void tellsNothingOfStrangers();
    void hasARoomForEachChatOnly();
    void encodesWhatItWouldWriteInOne();
    void encodesTheChangesOfALargeGroup();
    void answersMessagesWithEveryDocumentedField();
    void listsMessages_data();
    void listsMessages();
    void refusesBadMessageLists_data();
    void refusesBadMessageLists();
    void sendsAMessage();
    void refusesBadMessages_data();
    void refusesBadMessages();
    void refusesAnnouncementsOfMine();
    void readsAChat();
    void makesAPrivateChat();
    void makesNoPrivateChatWithNobody_data();
    void makesNoPrivateChatWithNobody();
    void passesOnWhatMayBePassedOn_data();
    void passesOnWhatMayBePassedOn();

private:
    /// `{"chat_id": <that of the chat at index>, …rest}`.
    QJsonObject aboutChat(qsizetype index, QJsonObject rest = {}) const
    {
        rest.insert(QLatin1String("chat_id"), m_world.chat(index).id.toString());
        return rest;
    }

    World m_world{20260217, QStringLiteral("en"), domain::Instant(1'792'000'000'000ms)};
    demo::ChatEncoder m_encoder{m_world};
    ServiceEvents m_events{m_world, m_encoder};
};

void tst_ServiceEvents::answersWithEveryDocumentedField()
{
    QStringList common{QStringLiteral("__v"), QStringLiteral("_id"), QStringLiteral("all_members_are_administrators"),
        QStringLiteral("createdAt"), QStringLiteral("last_message"), QStringLiteral("last_message_date"),
        QStringLiteral("members"), QStringLiteral("photo"), QStringLiteral("type"), QStringLiteral("unread_count"),
        QStringLiteral("updatedAt")};
    const QJsonArray chats = read(m_events.listChats(json("{}")))[QLatin1String("data")].toArray();
    QCOMPARE(chats.size(), 20);
    for (const QJsonValue &chat : chats) {
        const bool isGroup = chat[QLatin1String("type")] == QLatin1String("group");
        QStringList expected = common;
        if (isGroup) {
            expected += {QStringLiteral("description"), QStringLiteral("invite_link"), QStringLiteral("title")};
        } else {
            expected += QStringLiteral("from");
        }
        expected.sort();
        QCOMPARE(chat.toObject().keys(), expected);
        const QJsonArray members = chat[QLatin1String("members")].toArray();
        QVERIFY(members.size() >= 2);
        for (const QJsonValue &member : members) {
            // _id, user, status, unread_count, and 13 permissions.
            QCOMPARE(member.toObject().size(), 17);
            QCOMPARE(member[QLatin1String("_id")].toString().size(), 24);
            QStringList keys = member[QLatin1String("user")].toObject().keys();
            keys.removeOne(QStringLiteral("profile_picture"));
            QCOMPARE(keys, QStringList({QStringLiteral("_id"), QStringLiteral("name")}));
            QVERIFY(member[QLatin1String("can_be_edited")].isBool());
        }
        QVERIFY(chat[QLatin1String("last_message_date")].toString().endsWith(QLatin1Char('Z')));
        QCOMPARE(chat[QLatin1String("last_message_date")].toString().size(), 24);
    }
}

void tst_ServiceEvents::answersWhatTheClientReads()
{
    m_world.setPicturesAddress(QStringLiteral("http://127.0.0.1:1/pictures/"));
    m_encoder.forget();
    QJsonArray arguments{read(m_events.listChats(json("{}")))};
    api::JsonParser parser;
    api::ChatDecoder decoder(parser);
    const auto page = decoder.page(QJsonDocument(arguments).toJson(QJsonDocument::Compact));
    QVERIFY(page);
    QCOMPARE(page->received, 20);
    QCOMPARE(page->batch.chats, m_world.list({.type = {}}));
    for (const domain::User &user : page->batch.users) {
        QCOMPARE(user, m_world.users().value(user.id));
    }
}

void tst_ServiceEvents::listsWhatIsAskedFor_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<int>("count");
    QTest::newRow("defaults") << QByteArray("{}") << 20;
    QTest::newRow("nulls") << QByteArray(R"({"offset":null,"limit":null,"sort":null,"type":null})") << 20;
    QTest::newRow("as the client asks") << QByteArray(R"({"offset":0,"limit":20,"sort":"-last_message_date"})") << 20;
    QTest::newRow("second page") << QByteArray(R"({"offset":55,"limit":20})") << 5;
    QTest::newRow("behind the end") << QByteArray(R"({"offset":60})") << 0;
    QTest::newRow("more than is given at once") << QByteArray(R"({"limit":1000})") << 20;
    QTest::newRow("few") << QByteArray(R"({"offset":3,"limit":4})") << 4;
    QTest::newRow("private") << QByteArray(R"({"type":"private","offset":20})") << 4;
    QTest::newRow("groups by title") << QByteArray(R"({"type":"group","sort":"title","offset":30})") << 6;
    QTest::newRow("oldest first") << QByteArray(R"({"sort":"createdAt"})") << 20;
    QTest::newRow("unknown option") << QByteArray(R"({"colour":"red"})") << 20;
}

void tst_ServiceEvents::listsWhatIsAskedFor()
{
    QFETCH(QByteArray, options);
    const QJsonObject answer = read(m_events.listChats(json(options)));
    QCOMPARE(answer[QLatin1String("error")], QJsonValue(false));
    QTEST(static_cast<int>(answer[QLatin1String("data")].toArray().size()), "count");
}

void tst_ServiceEvents::refusesBadOptions_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QString>("code");
    QTest::newRow("none") << QByteArray() << "PARAMETER_REQUIRED";
    QTest::newRow("null") << QByteArray("null") << "PARAMETER_REQUIRED";
    QTest::newRow("text") << QByteArray(R"("0")") << "PARAMETER_REQUIRED";
    QTest::newRow("array") << QByteArray("[]") << "PARAMETER_REQUIRED";
    QTest::newRow("negative offset") << QByteArray(R"({"offset":-1})") << "PARAMETER_WRONG";
    QTest::newRow("offset is text") << QByteArray(R"({"offset":"0"})") << "PARAMETER_WRONG";
    QTest::newRow("broken limit") << QByteArray(R"({"limit":1.5})") << "PARAMETER_WRONG";
    QTest::newRow("huge limit") << QByteArray(R"({"limit":1e300})") << "PARAMETER_WRONG";
    QTest::newRow("unknown sort") << QByteArray(R"({"sort":"-colour"})") << "PARAMETER_WRONG";
    QTest::newRow("sort is a number") << QByteArray(R"({"sort":1})") << "PARAMETER_WRONG";
    QTest::newRow("unknown type") << QByteArray(R"({"type":"channel"})") << "PARAMETER_WRONG";
    QTest::newRow("type is an object") << QByteArray(R"({"type":{}})") << "PARAMETER_WRONG";
}

void tst_ServiceEvents::refusesBadOptions()
{
    QFETCH(QByteArray, options);
    const QJsonObject answer = read(m_events.listChats(json(options)));
    QCOMPARE(answer[QLatin1String("error")], QJsonValue(true));
    QTEST(answer[QLatin1String("code")].toString(), "code");
    QVERIFY(!answer[QLatin1String("message")].toString().isEmpty());
}

void tst_ServiceEvents::tellsWhoIsOnline()
{
    const domain::UserId user = m_world.contacts().first();
    m_world.setOnline(user, false, domain::Instant(1'519'099'000'140ms));
    const QJsonObject answer = m_events.userStatus(user.toString());
    const QJsonObject expected = json(R"({"error":false,"data":{"_id":"%","status":
        {"last_active":"2018-02-20T03:56:40.140Z","online":false}}})")
                                     .toObject();
    QCOMPARE(answer[QLatin1String("error")], QJsonValue(false));
    QCOMPARE(answer[QLatin1String("data")][QLatin1String("_id")].toString(), user.toString());
    QCOMPARE(answer[QLatin1String("data")][QLatin1String("status")],
        expected[QLatin1String("data")][QLatin1String("status")]);
}

void tst_ServiceEvents::tellsNothingOfStrangers_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("code");
    QTest::newRow("nobody") << QByteArray(R"("ffffffffffffffffffffffff")") << "USER_NOT_FOUND";
    QTest::newRow("no id") << QByteArray(R"("me")") << "PARAMETER_WRONG";
    QTest::newRow("zeros") << QByteArray(R"("000000000000000000000000")") << "PARAMETER_WRONG";
    QTest::newRow("nothing") << QByteArray() << "PARAMETER_WRONG";
    QTest::newRow("object") << QByteArray(R"({"_id":"ffffffffffffffffffffffff"})") << "PARAMETER_WRONG";
}

void tst_ServiceEvents::tellsNothingOfStrangers()
{
    QFETCH(QByteArray, id);
    const QJsonObject answer = m_events.userStatus(json(id));
    QCOMPARE(answer[QLatin1String("error")], QJsonValue(true));
    QTEST(answer[QLatin1String("code")].toString(), "code");
}

void tst_ServiceEvents::hasARoomForEachChatOnly()
{
    const domain::ChatId chat = m_world.chat(3).id;
    QCOMPARE(m_events.room(chat.toString()), chat);
    QCOMPARE(m_events.room(m_world.me().id.toString()), std::nullopt);
    QCOMPARE(m_events.room(QJsonObject()), std::nullopt);
    QCOMPARE(m_events.room(QJsonValue(QJsonValue::Undefined)), std::nullopt);
}

void tst_ServiceEvents::encodesWhatItWouldWriteInOne()
{
    for (qsizetype i = 0; i < m_world.chatCount(); ++i) {
        const domain::Chat &chat = m_world.chat(i);
        QCOMPARE(read(m_encoder.chat(chat)), demo::chatJson(chat, m_world));
        QCOMPARE(read(m_encoder.chat(chat)), demo::chatJson(chat, m_world)); // now partly known
    }
}

void tst_ServiceEvents::encodesTheChangesOfALargeGroup()
{
    for (qsizetype i = 0; i < m_world.chatCount(); ++i) {
        if (m_world.chat(i).members.size() == 2'000) {
            QVERIFY(m_encoder.chat(m_world.chat(i)).size() > 900'000);
            m_world.receive(i, m_world.next(i), later);
            QCOMPARE(read(m_encoder.chat(m_world.chat(i))), demo::chatJson(m_world.chat(i), m_world));
            m_world.setPicturesAddress(QStringLiteral("http://127.0.0.1:2/pictures/"));
            m_encoder.forget();
            QCOMPARE(read(m_encoder.chat(m_world.chat(i))), demo::chatJson(m_world.chat(i), m_world));
            return;
        }
    }
    QFAIL("no large group");
}

void tst_ServiceEvents::answersMessagesWithEveryDocumentedField()
{
    const QJsonObject answer = m_events.listMessages(aboutChat(2));
    QCOMPARE(answer[QLatin1String("error")], QJsonValue(false));
    const QJsonArray messages = answer[QLatin1String("data")].toArray();
    QCOMPARE(messages.size(), 50);
    const QStringList expected{QStringLiteral("__v"), QStringLiteral("_id"), QStringLiteral("caption_entities"),
        QStringLiteral("chat_id"), QStringLiteral("createdAt"), QStringLiteral("entities"), QStringLiteral("from"),
        QStringLiteral("new_chat_members"), QStringLiteral("photo"), QStringLiteral("read"), QStringLiteral("text"),
        QStringLiteral("updatedAt")};
    for (const QJsonValue &message : messages) {
        QCOMPARE(message.toObject().keys(), expected);
        QCOMPARE(message[QLatin1String("chat_id")].toString(), m_world.chat(2).id.toString());
        QCOMPARE(message[QLatin1String("_id")].toString().size(), 24);
        QVERIFY(message[QLatin1String("createdAt")].toString().endsWith(QLatin1Char('Z')));
    }
    QCOMPARE(messages[0][QLatin1String("text")].toString(), m_world.chat(2).lastMessage);
}

void tst_ServiceEvents::listsMessages_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<int>("count");
    QTest::newRow("defaults") << QByteArray("{}") << 50;
    QTest::newRow("nulls") << QByteArray(R"({"offset":null,"limit":null,"sort":null})") << 50;
    QTest::newRow("few") << QByteArray(R"({"offset":3,"limit":4,"sort":"-createdAt"})") << 4;
    QTest::newRow("oldest first") << QByteArray(R"({"limit":7,"sort":"createdAt"})") << 7;
    QTest::newRow("more than is given at once") << QByteArray(R"({"limit":1000})") << 50;
    QTest::newRow("behind the end") << QByteArray(R"({"offset":100000})") << 0;
}

void tst_ServiceEvents::listsMessages()
{
    QFETCH(QByteArray, options);
    const QJsonObject answer = m_events.listMessages(aboutChat(2, json(options).toObject()));
    QCOMPARE(answer[QLatin1String("error")], QJsonValue(false));
    QTEST(static_cast<int>(answer[QLatin1String("data")].toArray().size()), "count");
}

void tst_ServiceEvents::refusesBadMessageLists_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QByteArray() << "PARAMETER_REQUIRED";
    QTest::newRow("no chat") << QByteArray("{}") << "PARAMETER_REQUIRED";
    QTest::newRow("text") << QByteArray(R"("ffffffffffffffffffffffff")") << "PARAMETER_REQUIRED";
    QTest::newRow("no such chat") << QByteArray(R"({"chat_id":"ffffffffffffffffffffffff"})") << "NOT_FOUND";
    QTest::newRow("no id") << QByteArray(R"({"chat_id":{"a":[1]}})") << "NOT_FOUND";
    const QByteArray start = R"({"chat_id":")" + m_world.chat(0).id.toHex() + R"(",)";
    QTest::newRow("negative offset") << QByteArray(start + R"("offset":-1})") << "PARAMETER_WRONG";
    QTest::newRow("limit is text") << QByteArray(start + R"("limit":"9"})") << "PARAMETER_WRONG";
    QTest::newRow("unknown sort") << QByteArray(start + R"("sort":"text"})") << "PARAMETER_WRONG";
    QTest::newRow("sort is a number") << QByteArray(start + R"("sort":7})") << "PARAMETER_WRONG";
}

void tst_ServiceEvents::refusesBadMessageLists()
{
    QFETCH(QByteArray, options);
    const QJsonObject answer = m_events.listMessages(json(options));
    QCOMPARE(answer[QLatin1String("error")], QJsonValue(true));
    QTEST(answer[QLatin1String("code")].toString(), "code");
}

void tst_ServiceEvents::sendsAMessage()
{
    QList<demo::Message> told;
    const QJsonObject answer =
        m_events.sendMessage(aboutChat(1, {{QStringLiteral("text"), QStringLiteral("  Siap! ")}}), later,
            [&](qsizetype chat, const demo::Message &message) {
                QCOMPARE(chat, 1);
                told.append(message);
            });
    QCOMPARE(answer[QLatin1String("error")], QJsonValue(false));
    QCOMPARE(told.size(), 1);
    const QJsonValue data = answer[QLatin1String("data")];
    QCOMPARE(data[QLatin1String("_id")].toString(), told.first().id.toString());
    QCOMPARE(data[QLatin1String("text")].toString(), QStringLiteral("Siap!"));
    QCOMPARE(data[QLatin1String("from")][QLatin1String("_id")].toString(), m_world.me().id.toString());
    QCOMPARE(data, m_events.listMessages(aboutChat(1))[QLatin1String("data")][0]);
}

void tst_ServiceEvents::refusesBadMessages_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<QString>("code");
    const QByteArray start = R"({"chat_id":")" + m_world.chat(0).id.toHex() + R"(",)";
    QTest::newRow("nothing") << QByteArray() << "PARAMETER_REQUIRED";
    QTest::newRow("no chat") << QByteArray(R"({"text":"a"})") << "PARAMETER_REQUIRED";
    QTest::newRow("no text") << QByteArray(start.chopped(1) + '}') << "PARAMETER_REQUIRED";
    QTest::newRow("no such chat") << QByteArray(R"({"chat_id":"ffffffffffffffffffffffff","text":"a"})") << "NOT_FOUND";
    QTest::newRow("empty") << QByteArray(start + R"("text":""})") << "PARAMETER_WRONG";
    QTest::newRow("blank") << QByteArray(start + R"("text":" \n\t "})") << "PARAMETER_WRONG";
    QTest::newRow("a number") << QByteArray(start + R"("text":5})") << "PARAMETER_WRONG";
    QTest::newRow("too long") << QByteArray(start + R"("text":")" + QByteArray(5'000, 'x') + R"("})")
                              << "PARAMETER_WRONG";
}

void tst_ServiceEvents::refusesBadMessages()
{
    QFETCH(QByteArray, argument);
    const QJsonObject answer = m_events.sendMessage(
        json(argument), later, [](qsizetype, const demo::Message &) { QFAIL("nothing was sent"); });
    QCOMPARE(answer[QLatin1String("error")], QJsonValue(true));
    QTEST(answer[QLatin1String("code")].toString(), "code");
}

void tst_ServiceEvents::refusesAnnouncementsOfMine()
{
    for (qsizetype i = 0; i < m_world.chatCount(); ++i) {
        if (!m_world.mayWrite(i)) {
            const QJsonObject answer =
                m_events.sendMessage(aboutChat(i, {{QStringLiteral("text"), QStringLiteral("Me too")}}), later,
                    [](qsizetype, const demo::Message &) { QFAIL("nothing was sent"); });
            QCOMPARE(answer[QLatin1String("error")], QJsonValue(true));
            QVERIFY(!answer[QLatin1String("message")].toString().isEmpty());
            return;
        }
    }
    QFAIL("no such group");
}

void tst_ServiceEvents::readsAChat()
{
    m_world.receive(2, m_world.next(2), later);
    QVERIFY(m_world.chat(2).unreadCount > 0);
    QCOMPARE(m_events.setAsRead(aboutChat(2)), 2);
    QCOMPARE(m_world.chat(2).unreadCount, 0);
    QCOMPARE(m_events.setAsRead(json("{}")), std::nullopt);
    QCOMPARE(m_events.setAsRead(json("7")), std::nullopt);
    QCOMPARE(m_events.setAsRead(json(R"({"chat_id":"ffffffffffffffffffffffff"})")), std::nullopt);
}

void tst_ServiceEvents::makesAPrivateChat()
{
    const domain::UserId user = m_world.chat(1).members.last().user;
    const QJsonObject answer = read(m_events.createPrivateChat(user.toString(), later));
    QCOMPARE(answer[QLatin1String("error")], QJsonValue(false));
    QCOMPARE(answer[QLatin1String("data")][QLatin1String("from")][QLatin1String("_id")].toString(), user.toString());
    QCOMPARE(read(m_events.createPrivateChat(user.toString(), later)), answer);
}

void tst_ServiceEvents::makesNoPrivateChatWithNobody_data()
{
    tellsNothingOfStrangers_data();
    QTest::newRow("myself") << QByteArray('"' + m_world.me().id.toHex() + '"') << "PARAMETER_WRONG";
}

void tst_ServiceEvents::makesNoPrivateChatWithNobody()
{
    QFETCH(QByteArray, id);
    const QJsonObject answer = read(m_events.createPrivateChat(json(id), later));
    QCOMPARE(answer[QLatin1String("error")], QJsonValue(true));
    QTEST(answer[QLatin1String("code")].toString(), "code");
}

void tst_ServiceEvents::passesOnWhatMayBePassedOn_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<QByteArray>("event");
    QTest::newRow("typing") << QByteArray(R"({"event":"start_chat_action_1","message":"A is typing..."})")
                            << QByteArray("start_chat_action_1");
    QTest::newRow("without words") << QByteArray(R"({"event":"wave"})") << QByteArray("wave");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("no name") << QByteArray(R"({"message":"A"})") << QByteArray();
    QTest::newRow("a name that is a number") << QByteArray(R"({"event":5})") << QByteArray();
    QTest::newRow("a long name") << QByteArray(R"({"event":")" + QByteArray(200, 'e') + R"("})") << QByteArray();
    QTest::newRow("long words") << QByteArray(R"({"event":"e","message":")" + QByteArray(5'000, 'e') + R"("})")
                                << QByteArray();
    QTest::newRow("what the service says") << QByteArray(R"({"event":"success"})") << QByteArray();
    QTest::newRow("what Socket.IO says") << QByteArray(R"({"event":"disconnect"})") << QByteArray();
}

void tst_ServiceEvents::passesOnWhatMayBePassedOn()
{
    QFETCH(QByteArray, argument);
    const auto passedOn = ServiceEvents::forwarding(json(argument));
    QTEST(passedOn ? passedOn->event : QByteArray(), "event");
}

QTEST_GUILESS_MAIN(tst_ServiceEvents)
#include "tst_ServiceEvents.moc"
