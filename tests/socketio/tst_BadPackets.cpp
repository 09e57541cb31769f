// SPDX-License-Identifier: MIT
#include "socketio/PacketCodec.h"

#include <QTest>

using namespace socketio;

Q_DECLARE_METATYPE(socketio::DecodeError)

namespace {

const PacketDecoder::Limits smallLimits{.maxAttachments = 3, .maxBytes = 1000};

/// A packet with control bytes or a length of its own.
struct Bad
{
    const char *what;
    QByteArray text;
    DecodeError error;
};

QList<Bad> badHeads()
{
    using E = DecodeError;
    return {
        {"nothing", "", E::Empty},
        {"type 7", "7[\"a\"]", E::UnknownType},
        {"type 9", "9", E::UnknownType},
        {"a letter", "a", E::UnknownType},
        {"a minus", "-1[\"a\"]", E::UnknownType},
        {"white space first", " 2[\"a\"]", E::UnknownType},
        {"a NUL", QByteArray("\0", 1), E::UnknownType},
        {"JSON without a type", "[\"a\"]", E::UnknownType},
        {"a byte above ASCII", "\xff", E::UnknownType},
        {"a digit of another script", "\xD9\xA2[\"a\"]", E::UnknownType},
        {"binary event without a number", "5[\"a\"]", E::BadAttachmentCount},
        {"binary event, only the type", "5", E::BadAttachmentCount},
        {"binary event, only a minus", "5-[\"a\"]", E::BadAttachmentCount},
        {"binary event without the minus", "51[\"a\"]", E::BadAttachmentCount},
        {"binary event, negative number", "5-1-[\"a\"]", E::BadAttachmentCount},
        {"binary event, a fraction", "51.5-[\"a\"]", E::BadAttachmentCount},
        {"binary event, an exponent", "51e1-[\"a\"]", E::BadAttachmentCount},
        {"binary event, a letter", "5x-[\"a\"]", E::BadAttachmentCount},
        {"binary event, white space", "5 1-[\"a\"]", E::BadAttachmentCount},
        {"binary event, zeros in front", "501-[\"a\"]", E::BadAttachmentCount},
        {"binary event, ends in the number", "512", E::BadAttachmentCount},
        {"binary ack without a number", "6[\"a\"]", E::BadAttachmentCount},
        {"one attachment too many", "54-[\"a\"]", E::TooManyAttachments},
        {"a billion attachments", "51000000000-[\"a\"]", E::TooManyAttachments},
        {"attachments beyond 64 bits", "599999999999999999999999-[\"a\"]", E::TooManyAttachments},
        {"binary ack, too many", "64-1[]", E::TooManyAttachments},
        {"id above 2^53 - 1", "29007199254740992[\"a\"]", E::BadAckId},
        {"id beyond 64 bits", "299999999999999999999999999[\"a\"]", E::BadAckId},
        {"id with zeros in front", "2007[\"a\"]", E::BadAckId},
        {"id of an ack too large", "39007199254740992[]", E::BadAckId},
        {"id of an ack with zeros in front", "300[]", E::BadAckId},
        {"ack without an id", "3[]", E::MissingAckId},
        {"ack with a negative id", "3-1[]", E::MissingAckId},
        {"ack of a namespace without an id", "3/a,[]", E::MissingAckId},
        {"binary ack without an id", "61-[0]", E::MissingAckId},
        {"ack, only the type", "3", E::MissingAckId},
    };
}

QList<Bad> badPayloads()
{
    using E = DecodeError;
    return {
        {"event, only the type", "2", E::MissingPayload},
        {"event, only an id", "21", E::MissingPayload},
        {"event, only a namespace", "2/a,", E::MissingPayload},
        {"event, the namespace takes all", "2/a[\"a\"]", E::MissingPayload},
        {"event, only white space", "2 \n\t", E::MissingPayload},
        {"binary event without payload", "51-", E::MissingPayload},
        {"ack without payload", "31", E::MissingPayload},
        {"event, an object", "2{\"a\":1}", E::BadPayload},
        {"event, a string", "2\"a\"", E::BadPayload},
        {"event, a word", "2null", E::BadPayload},
        {"event, only the opening bracket", "2[", E::BadPayload},
        {"event, not closed", "2[\"a\"", E::BadPayload},
        {"event, not opened", "2\"a\"]", E::BadPayload},
        {"event, closed by the wrong bracket", "2[\"a\"}", E::BadPayload},
        {"event, text behind the array", "2[\"a\"]x", E::BadPayload},
        {"event, a second array", "2[\"a\"][]", E::BadPayload},
        {"event, no comma behind the name", "2[\"a\" 1]", E::BadPayload},
        {"event, a colon behind the name", "2[\"a\":1]", E::BadPayload},
        {"event, nothing behind the comma", "2[\"a\",]", E::BadPayload},
        {"event, a NUL behind the array", QByteArray("2[\"a\"]\0", 7), E::BadPayload},
        {"ack, an object", "31{}", E::BadPayload},
        {"ack, not closed", "31[1", E::BadPayload},
        {"ack, a number behind a space", "31 2", E::BadPayload},
        {"event, empty array", "2[]", E::BadEventName},
        {"event, a number for a name", "2[1]", E::BadEventName},
        {"event, null for a name", "2[null]", E::BadEventName},
        {"event, an object for a name", "2[{\"a\":1}]", E::BadEventName},
        {"event, an array for a name", "2[[\"a\"]]", E::BadEventName},
        {"event, a comma for a name", "2[,\"a\"]", E::BadEventName},
        {"event, name in single quotes", "2['a']", E::BadEventName},
        {"event, name not closed", "2[\"a]", E::BadEventName},
        {"event, name ends in a backslash", "2[\"a\\]", E::BadEventName},
        {"event, unknown escape in the name", "2[\"\\x41\"]", E::BadEventName},
        {"event, short escape in the name", "2[\"\\u12\"]", E::BadEventName},
        {"event, no digits in the escape", "2[\"\\uzzzz\"]", E::BadEventName},
        {"event, a line break in the name", "2[\"a\nb\"]", E::BadEventName},
        {"event, a NUL in the name", QByteArray("2[\"a\0b\"]", 8), E::BadEventName},
        {"event, broken UTF-8 in the name", "2[\"\xff\"]", E::BadEventName},
        {"event, half a character in the name", "2[\"\xE2\x82\"]", E::BadEventName},
        {"event, a surrogate as UTF-8", "2[\"\xED\xA0\x80\"]", E::BadEventName},
        {"event, an overlong character", "2[\"\xC0\xAF\"]", E::BadEventName},
        {"reserved: connect", "2[\"connect\"]", E::ReservedEvent},
        {"reserved: connect_error", "2[\"connect_error\",\"x\"]", E::ReservedEvent},
        {"reserved: disconnect", "2[\"disconnect\"]", E::ReservedEvent},
        {"reserved: disconnecting", "2[\"disconnecting\"]", E::ReservedEvent},
        {"reserved: newListener", "2[\"newListener\"]", E::ReservedEvent},
        {"reserved: removeListener", "2[\"removeListener\"]", E::ReservedEvent},
        {"reserved, in escapes", "2[\"\\u0063onnect\"]", E::ReservedEvent},
        {"connect with a string", "0\"x\"", E::BadPayload},
        {"connect with an array", "0[]", E::BadPayload},
        {"connect with a number", "012", E::BadPayload},
        {"connect with half an object", "0{\"sid\":", E::BadPayload},
        {"connect with two objects", "0{}{}", E::BadPayload},
        {"connect, nested and never closed", "0{\"a\":" + QByteArray(490, '['), E::BadPayload},
        {"disconnect with an object", "1{}", E::UnexpectedPayload},
        {"disconnect with a number", "11", E::UnexpectedPayload},
        {"disconnect with an event", "1[\"a\"]", E::UnexpectedPayload},
        {"error with half a string", "4\"no", E::BadPayload},
        {"error with a bare word", "4no", E::BadPayload},
        {"error with two values", "4\"a\",\"b\"", E::BadPayload},
        {"error with two values, no comma", "4\"a\"\"b\"", E::BadPayload},
        {"error that closes our bracket", "41],[2", E::BadPayload},
        {"error with broken UTF-8", "4\"\xff\"", E::BadPayload},
        {"a text above the limit", "2[\"" + QByteArray(1000, 'a') + "\"]", E::TooLarge},
    };
}

} // namespace

class tst_BadPackets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areRefused_data();
    void areRefused();
    void leaveTheDecoderReadyForTheNext_data() { areRefused_data(); }
    void leaveTheDecoderReadyForTheNext();
    void textWhereAnAttachmentIsDue();
    void anAttachmentWhereTextIsDue();
    void anAttachmentTooMany();
    void attachmentsAboveTheLimitTogether();
    void aReservedEventTakesItsAttachmentsAlong();
    void anyPrefixOfAPacketIsHarmless();
    void anyByteChangedIsHarmless();
};

void tst_BadPackets::areRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<DecodeError>("error");
    for (const Bad &bad : badHeads() + badPayloads()) {
        QTest::newRow(bad.what) << bad.text << bad.error;
    }
}

void tst_BadPackets::areRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(DecodeError, error);
    PacketDecoder decoder(smallLimits);
    const auto outcome = decoder.text(text);
    QVERIFY2(!outcome, "it was taken for a packet");
    QCOMPARE(toString(outcome.error()), toString(error));
    QVERIFY(!decoder.isWaitingForAttachments());
}

void tst_BadPackets::leaveTheDecoderReadyForTheNext()
{
    QFETCH(QByteArray, text);
    PacketDecoder decoder(smallLimits);
    QVERIFY(!decoder.text(text));
    const auto next = decoder.text("2[\"a\"]");
    QVERIFY(next && *next);
    QCOMPARE((**next).eventName, QByteArray("a"));
}

void tst_BadPackets::textWhereAnAttachmentIsDue()
{
    PacketDecoder decoder(smallLimits);
    QVERIFY(decoder.text("52-[\"a\"]").hasValue());
    QVERIFY(decoder.binary("one").hasValue());
    const auto outcome = decoder.text("2[\"b\"]");
    QVERIFY(!outcome);
    QCOMPARE(outcome.error(), DecodeError::BinaryExpected);
    QVERIFY(!decoder.isWaitingForAttachments());
}

void tst_BadPackets::anAttachmentWhereTextIsDue()
{
    PacketDecoder decoder(smallLimits);
    const auto outcome = decoder.binary("one");
    QVERIFY(!outcome);
    QCOMPARE(outcome.error(), DecodeError::UnexpectedBinary);
}

void tst_BadPackets::anAttachmentTooMany()
{
    PacketDecoder decoder(smallLimits);
    QVERIFY(decoder.text("51-[\"a\"]").hasValue());
    QVERIFY(decoder.binary("one").hasValue());
    const auto outcome = decoder.binary("two");
    QVERIFY(!outcome);
    QCOMPARE(outcome.error(), DecodeError::UnexpectedBinary);
}

void tst_BadPackets::attachmentsAboveTheLimitTogether()
{
    PacketDecoder decoder(smallLimits);
    QVERIFY(decoder.text("53-[\"a\"]").hasValue());
    QVERIFY(decoder.binary(QByteArray(600, 'x')).hasValue());
    const auto outcome = decoder.binary(QByteArray(600, 'y'));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error(), DecodeError::TooLarge);
    QVERIFY(!decoder.isWaitingForAttachments());
}

void tst_BadPackets::aReservedEventTakesItsAttachmentsAlong()
{
    PacketDecoder decoder(smallLimits);
    QVERIFY(decoder.text("51-[\"connect\"]").hasValue());
    const auto outcome = decoder.binary("one");
    QVERIFY(!outcome);
    QCOMPARE(outcome.error(), DecodeError::ReservedEvent);
    QVERIFY(decoder.text("2[\"a\"]").hasValue());
}

void tst_BadPackets::anyPrefixOfAPacketIsHarmless()
{
    const QByteArray whole = "52-/admin,17[\"a\\u00e9\",{\"_placeholder\":true,\"num\":0},\"\\\"\"]";
    for (qsizetype size = 0; size < whole.size(); ++size) {
        PacketDecoder decoder(smallLimits);
        const auto outcome = decoder.text(whole.first(size));
        QVERIFY2(!outcome, whole.first(size).constData());
    }
}

void tst_BadPackets::anyByteChangedIsHarmless()
{
    const QByteArray whole = "2/a,1[\"x\\u0041\",{\"b\":[1,\"2\"]}]";
    int refused = 0;
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            QByteArray text = whole;
            text[at] = static_cast<char>(byte);
            PacketDecoder decoder(smallLimits);
            const auto outcome = decoder.text(text);
            if (!outcome) {
                ++refused;
            } else if (*outcome) {
                // Whatever was let through can be asked for anything.
                (**outcome).payload.argument(0);
                (**outcome).payload.argument(5);
                (**outcome).payload.toJsonArray();
            }
        }
    }
    QVERIFY(refused > 0);
}

QTEST_APPLESS_MAIN(tst_BadPackets)
#include "tst_BadPackets.moc"
