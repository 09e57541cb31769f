// SPDX-License-Identifier: MIT
#include "socketio/PacketCodec.h"

#include <QJsonObject>
#include <QTest>

using namespace socketio;

namespace {

/// A packet in words, for comparing: `type namespace id name payload`.
QByteArray told(const Packet &packet)
{
    const QByteArray id = packet.ackId ? QByteArray::number(*packet.ackId) : QByteArray("-");
    const QByteArray name = packet.eventName.isEmpty() ? QByteArray("-") : packet.eventName;
    const QByteArrayView json = packet.payload.json();
    return QByteArray::number(static_cast<int>(packet.type)) + ' ' + packet.nameSpace + ' ' + id + ' ' + name + ' '
        + (json.isEmpty() ? QByteArray("-") : json.toByteArray());
}

Packet decoded(const QByteArray &text)
{
    PacketDecoder decoder;
    const auto outcome = decoder.text(text);
    if (!outcome || !*outcome) {
        qWarning() << "not a packet:" << text << (outcome ? "incomplete" : toString(outcome.error()));
        return {};
    }
    return **outcome;
}

} // namespace

class tst_PacketCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatServersAndClientsSend_data();
    void readsWhatServersAndClientsSend();
    void skipsTheEngineTypeWithoutCopying();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void writesIntoOneBuffer();
    void collectsAttachmentsInOrder();
    void takesAPacketWithoutTheAttachmentsItCouldHave();
    void findsArguments_data();
    void findsArguments();
    void givesJsonOnRequest();
    void quotesAnyName_data();
    void quotesAnyName();
};

void tst_PacketCodec::readsWhatServersAndClientsSend_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("connect, generation 2", "0", "0 / - - -");
    row("connect, generation 4", "0{\"sid\":\"x\"}", "0 / - - {\"sid\":\"x\"}");
    row("connect of a client with auth", "0{\"token\":\"t\"}", "0 / - - {\"token\":\"t\"}");
    row("connect to a namespace", "0/admin,", "0 /admin - - -");
    row("connect to a namespace without comma", "0/admin", "0 /admin - - -");
    row("connect to a namespace with query", "0/admin?a=1,", "0 /admin?a=1 - - -");
    row("connect to a namespace with sid", "0/admin,{\"sid\":\"x\"}", "0 /admin - - {\"sid\":\"x\"}");
    row("disconnect", "1", "1 / - - -");
    row("disconnect from a namespace", "1/admin,", "1 /admin - - -");
    row("event without arguments", "2[\"a\"]", "2 / - a [\"a\"]");
    row("event with arguments", "2[\"a\",1,{\"b\":[]}]", "2 / - a [\"a\",1,{\"b\":[]}]");
    row("event with id", "20[\"a\"]", "2 / 0 a [\"a\"]");
    row("event with the largest id", "29007199254740991[\"a\"]", "2 / 9007199254740991 a [\"a\"]");
    row("event of a namespace with id", "2/admin,12[\"a\"]", "2 /admin 12 a [\"a\"]");
    row("event of the namespace named", "2/,[\"a\"]", "2 / - a [\"a\"]");
    row("event with white space", "2 [ \"a\" , 1 ]\n", "2 / - a [ \"a\" , 1 ]");
    row("event named error", "2[\"error\",\"x\"]", "2 / - error [\"error\",\"x\"]");
    row("event with an empty name", "2[\"\"]", "2 / - - [\"\"]");
    row("event with escapes in its name", "2[\"a\\u00e9\\n\\\"\"]", "2 / - a\xC3\xA9\n\" [\"a\\u00e9\\n\\\"\"]");
    row("event with a pair of surrogates", "2[\"\\ud83c\\udf0b\"]", "2 / - \xF0\x9F\x8C\x8B [\"\\ud83c\\udf0b\"]");
    row("event with half a pair", "2[\"\\ud83c\"]", "2 / - \xEF\xBF\xBD [\"\\ud83c\"]");
    row("ack", "31[]", "3 / 1 - []");
    row("ack with arguments", "31[null,2]", "3 / 1 - [null,2]");
    row("ack of a namespace", "3/admin,7[\"connect\"]", "3 /admin 7 - [\"connect\"]");
    row("error, a string", "4\"not authorized\"", "4 / - - \"not authorized\"");
    row("error, an object", "4{\"message\":\"no\",\"data\":{\"code\":1}}",
        "4 / - - {\"message\":\"no\",\"data\":{\"code\":1}}");
    row("error, a number", "417", "4 / - - 17");
    row("error, null", "4null", "4 / - - null");
    row("error without payload", "4", "4 / - - -");
    row("error of a namespace", "4/admin,\"Invalid namespace\"", "4 /admin - - \"Invalid namespace\"");
}

void tst_PacketCodec::readsWhatServersAndClientsSend()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(told(decoded(text)), expected);
}

void tst_PacketCodec::skipsTheEngineTypeWithoutCopying()
{
    const QByteArray frame = "42[\"a\",\"b\"]";
    PacketDecoder decoder;
    const auto outcome = decoder.text(frame, 1);
    QVERIFY(outcome && *outcome);
    const QByteArrayView json = (**outcome).payload.json();
    QCOMPARE(json.data(), frame.constData() + 2);
    QCOMPARE((**outcome).payload.argument(0).data(), frame.constData() + 7);
}

void tst_PacketCodec::writesWhatItReads_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"0", "0{\"sid\":\"x\"}", "0/admin,", "1", "1/admin,", "2[\"a\"]", "2[\"a\",1,\"b\"]",
             "2/admin,12[\"a\",{}]", "29007199254740991[\"a\"]", "30[]", "31[null,2]", "3/admin,7[1]", "4\"no\"",
             "4{\"message\":\"no\"}", "4/admin,\"no\""}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void tst_PacketCodec::writesWhatItReads()
{
    QFETCH(QByteArray, text);
    const Packet packet = decoded(text);
    const PacketHead head{.type = packet.type, .nameSpace = packet.nameSpace, .ackId = packet.ackId};
    QByteArray written;
    if (packet.type == PacketType::Event) {
        QByteArray arguments;
        for (int i = 0; !packet.payload.argument(i).isEmpty(); ++i) {
            arguments += (i > 0 ? "," : "") + packet.payload.argument(i).toByteArray();
        }
        appendEvent(written, head, packet.eventName, arguments);
    } else if (packet.type == PacketType::Ack) {
        const QByteArrayView json = packet.payload.json();
        appendAck(written, *packet.ackId, json.sliced(1, json.size() - 2), packet.nameSpace);
    } else {
        appendPacket(written, head, packet.payload.json());
    }
    QCOMPARE(written, text);
}

void tst_PacketCodec::writesIntoOneBuffer()
{
    QByteArray buffer = "4";
    appendEvent(buffer, PacketHead{.ackId = 3, .attachments = 2}, "photo",
        "{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}");
    QCOMPARE(
        buffer, QByteArray("452-3[\"photo\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]"));
    buffer.clear();
    appendPacket(buffer, PacketHead{.type = PacketType::Ack, .nameSpace = "/a", .ackId = 5, .attachments = 1}, "[0]");
    QCOMPARE(buffer, QByteArray("61-/a,5[0]"));
}

void tst_PacketCodec::collectsAttachmentsInOrder()
{
    PacketDecoder decoder;
    const auto text = decoder.text("52-/a,7[\"photo\",{\"_placeholder\":true,\"num\":1}]");
    QVERIFY(text && !*text);
    QVERIFY(decoder.isWaitingForAttachments());
    const auto first = decoder.binary("one");
    QVERIFY(first && !*first);
    const auto second = decoder.binary("");
    QVERIFY(second && *second);
    QVERIFY(!decoder.isWaitingForAttachments());
    const Packet &packet = **second;
    QCOMPARE(told(packet), QByteArray("2 /a 7 photo [\"photo\",{\"_placeholder\":true,\"num\":1}]"));
    QCOMPARE(packet.payload.attachments(), (QList<QByteArray>{"one", ""}));

    const auto ack = decoder.text("61-3[{\"_placeholder\":true,\"num\":0}]");
    QVERIFY(ack && !*ack);
    const auto complete = decoder.binary("two");
    QVERIFY(complete && *complete);
    QCOMPARE((**complete).type, PacketType::Ack);
    QCOMPARE((**complete).payload.attachments(), QList<QByteArray>{"two"});
}

void tst_PacketCodec::takesAPacketWithoutTheAttachmentsItCouldHave()
{
    QCOMPARE(told(decoded("50-[\"a\"]")), QByteArray("2 / - a [\"a\"]"));
    QCOMPARE(told(decoded("60-3[]")), QByteArray("3 / 3 - []"));
}

void tst_PacketCodec::findsArguments_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("index");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, int index, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << index << QByteArray(expected);
    };
    row("first of an event", "2[\"a\",1,2]", 0, "1");
    row("last of an event", "2[\"a\",1,2]", 1, "2");
    row("one too many", "2[\"a\",1,2]", 2, "");
    row("negative", "2[\"a\",1]", -1, "");
    row("largest index", "2[\"a\",1]", std::numeric_limits<int>::max(), "");
    row("none", "2[\"a\"]", 0, "");
    row("first of an ack", "30[{\"x\":[1,2]},\"b\"]", 0, "{\"x\":[1,2]}");
    row("second of an ack", "30[{\"x\":[1,2]},\"b\"]", 1, "\"b\"");
    row("of an empty ack", "30[]", 0, "");
    row("white space around it", "2[\"a\" , \t 1 \n]", 0, "1");
    row("comma and bracket in a string", "2[\"a\",\"x,]}\\\"[\",3]", 1, "3");
    row("backslashes before a quote", "2[\"a\",\"\\\\\\\\\",\"\\\\\\\"\",3]", 2, "3");
    row("comma in the name", "2[\"a,b\",1]", 0, "1");
    row("string that is never closed", "2[\"a\",\"b]", 0, "");
    row("brackets that are never closed", "2[\"a\",[[1]", 0, "");
    row("brackets that do not match", "2[\"a\",1},2]", 0, "");
    row("behind the end of the array", "30[1],2]", 1, "");
}

void tst_PacketCodec::findsArguments()
{
    QFETCH(QByteArray, text);
    QFETCH(int, index);
    QFETCH(QByteArray, expected);
    QCOMPARE(decoded(text).payload.argument(index).toByteArray(), expected);
}

void tst_PacketCodec::givesJsonOnRequest()
{
    const QJsonArray arguments = decoded("2[\"a\",1,{\"b\":true}]").payload.toJsonArray();
    QCOMPARE(arguments, (QJsonArray{1, QJsonObject{{QStringLiteral("b"), true}}}));
    QCOMPARE(decoded("30[7]").payload.toJsonArray(), QJsonArray{7});
    QCOMPARE(decoded("2[\"a\",nonsense]").payload.toJsonArray(), QJsonArray());
    QCOMPARE(Payload().toJsonArray(), QJsonArray());
    QCOMPARE(Payload().argument(0).toByteArray(), QByteArray());
}

void tst_PacketCodec::quotesAnyName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("plain") << QByteArray("get_list_chat");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("quote and backslash") << QByteArray("a\"b\\c");
    QTest::newRow("control characters") << QByteArray("\x01\x1f\n\t\0", 5);
    QTest::newRow("emoji") << QByteArray("\xF0\x9F\x8C\x8B");
    QTest::newRow("10,000 characters") << QByteArray(10'000, 'n');
}

void tst_PacketCodec::quotesAnyName()
{
    QFETCH(QByteArray, name);
    QByteArray text;
    appendEvent(text, {}, name);
    QCOMPARE(decoded(text).eventName, name);
}

QTEST_APPLESS_MAIN(tst_PacketCodec)
#include "tst_PacketCodec.moc"
