// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonArray>
#include <QList>
#include <QMetaType>

#include <utility>

namespace socketio {

/// The arguments of an event or an ack, still the UTF-8 JSON that arrived: whoever needs values parses it, once.
/// Cheap to copy (shares the frame's bytes).
class Payload
{
public:
    Payload() = default;
    /// `json` of the packet is `frame` from `offset` to `offset + size`: a JSON array. `attachments` are the binary
    /// values that stand in it as `{"_placeholder":true,"num":n}`.
    Payload(QByteArray frame, qsizetype offset, qsizetype size, QList<QByteArray> attachments = {});

    /// The whole array, the event's name included if this is an event. Valid as long as this object.
    QByteArrayView json() const;
    /// How many elements at the start of json() are not arguments: 1 for an event (its name), 0 for an ack.
    int skipped() const { return m_skipped; }
    void setSkipped(int count) { m_skipped = count; }

    /// The JSON of argument `index` (the name of an event does not count), without white space around it; empty if
    /// there is none. Found by scanning; does not check the JSON inside.
    QByteArrayView argument(int index) const;
    /// The arguments as Qt's JSON, binary values left as placeholders; empty if the JSON is malformed.
    QJsonArray toJsonArray() const;

    const QList<QByteArray> &attachments() const { return m_attachments; }
    void setAttachments(QList<QByteArray> attachments) { m_attachments = std::move(attachments); }

private:
    QByteArray m_frame;
    qsizetype m_offset = 0;
    qsizetype m_size = 0;
    int m_skipped = 0;
    QList<QByteArray> m_attachments;
};

/// An event from the server: its name, and its arguments.
struct Event
{
    QByteArray name; ///< UTF-8, unescaped
    Payload payload;
};

} // namespace socketio

Q_DECLARE_METATYPE(socketio::Event)
