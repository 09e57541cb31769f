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

private:
    World m_world{20260217, QStringLiteral("en"), domain::Instant(1'792'000'000'000ms)};
    ServiceEvents m_events{m_world};
};

void tst_ServiceEvents::answersWithEveryDocumentedField()
{
    QStringList common{QStringLiteral("__v"), QStringLiteral("_id"), QStringLiteral("all_members_are_administrators"),
        QStringLiteral("createdAt"), QStringLiteral("last_message"), QStringLiteral("last_message_date"),
        QStringLiteral("members"), QStringLiteral("photo"), QStringLiteral("type"), QStringLiteral("unread_count"),
        QStringLiteral("updatedAt")};
    const QJsonArray chats = m_events.listChats(json("{}"))[QLatin1String("data")].toArray();
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
            QCOMPARE(member[QLatin1String("user")].toObject().keys(),
                QStringList({QStringLiteral("_id"), QStringLiteral("name")}));
            QVERIFY(member[QLatin1String("can_be_edited")].isBool());
        }
        QVERIFY(chat[QLatin1String("last_message_date")].toString().endsWith(QLatin1Char('Z')));
        QCOMPARE(chat[QLatin1String("last_message_date")].toString().size(), 24);
    }
}

void tst_ServiceEvents::answersWhatTheClientReads()
{
    QJsonArray arguments{m_events.listChats(json("{}"))};
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
    QTest::newRow("second page") << QByteArray(R"({"offset":20,"limit":20})") << 2;
    QTest::newRow("behind the end") << QByteArray(R"({"offset":22})") << 0;
    QTest::newRow("more than is given at once") << QByteArray(R"({"limit":1000})") << 20;
    QTest::newRow("few") << QByteArray(R"({"offset":3,"limit":4})") << 4;
    QTest::newRow("private") << QByteArray(R"({"type":"private"})") << 9;
    QTest::newRow("groups by title") << QByteArray(R"({"type":"group","sort":"title"})") << 13;
    QTest::newRow("oldest first") << QByteArray(R"({"sort":"createdAt"})") << 20;
    QTest::newRow("unknown option") << QByteArray(R"({"colour":"red"})") << 20;
}

void tst_ServiceEvents::listsWhatIsAskedFor()
{
    QFETCH(QByteArray, options);
    const QJsonObject answer = m_events.listChats(json(options));
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
    const QJsonObject answer = m_events.listChats(json(options));
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

QTEST_GUILESS_MAIN(tst_ServiceEvents)
#include "tst_ServiceEvents.moc"
