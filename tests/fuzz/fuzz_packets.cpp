// SPDX-License-Identifier: MIT
// The packet decoder: one frame a line, text unless it begins with 'b'.
#include "socketio/PacketCodec.h"

#include <QJsonArray>

#include "fuzz/Input.h"

namespace {

using namespace socketio;

constexpr PacketDecoder::Limits limits{.maxAttachments = 4, .maxBytes = 64 * 1024};

/// What whoever gets a packet does with it.
void look(const Packet &packet)
{
    const QByteArrayView json = packet.payload.json();
    for (int i = 0; i < 4; ++i) {
        const QByteArrayView argument = packet.payload.argument(i);
        mustHold(argument.isEmpty()
            || (argument.data() >= json.data() && argument.data() + argument.size() <= json.data() + json.size()));
    }
    static_cast<void>(packet.payload.toJsonArray());
    mustHold(packet.payload.attachments().size() <= limits.maxAttachments);
    mustHold(packet.type != PacketType::Event || !isReservedEvent(packet.eventName));
    mustHold(packet.type != PacketType::Ack || packet.ackId.has_value());
}

/// An event that was understood is understood the same when it is sent on. (What stands between its brackets was not
/// read: only what is JSON may be sent.)
void sendOn(const Packet &packet)
{
    const QByteArrayView argument = packet.payload.argument(0);
    if (packet.type != PacketType::Event || (!argument.isEmpty() && !isJsonValue(argument))) {
        return;
    }
    QByteArray frame;
    appendEvent(
        frame, {.nameSpace = packet.nameSpace, .ackId = packet.ackId}, packet.eventName, packet.payload.argument(0));
    PacketDecoder decoder;
    const auto again = decoder.text(frame);
    mustHold(again.hasValue() && again->has_value());
    mustHold((*again)->eventName == packet.eventName && (*again)->ackId == packet.ackId);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    PacketDecoder decoder(limits);
    while (!input.atEnd()) {
        const QByteArray frame = input.line();
        const bool isBinary = frame.startsWith('b');
        const auto outcome = isBinary ? decoder.binary(frame.sliced(1)) : decoder.text(frame);
        if (!outcome) {
            mustHold(!decoder.isWaitingForAttachments());
        } else if (const std::optional<Packet> &packet = *outcome) {
            look(*packet);
            sendOn(*packet);
        }
    }
    return 0;
}
