// SPDX-License-Identifier: MIT
#include "socketio/Payload.h"

#include "socketio/JsonText.h"

#include <QJsonDocument>

#include <cstring>

namespace socketio {

namespace {

QByteArrayView trimmed(const char *begin, const char *end)
{
    while (begin < end && isJsonSpace(*begin)) {
        ++begin;
    }
    while (begin < end && isJsonSpace(end[-1])) {
        --end;
    }
    return QByteArrayView(begin, end - begin);
}

/// Behind the closing quote of the string whose inside begins at `at`; `end` if it is never closed.
const char *skipString(const char *at, const char *end)
{
    while (at < end) {
        const auto *quote = static_cast<const char *>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
        if (!quote) {
            return end;
        }
        const char *slash = quote;
        while (slash > at && slash[-1] == '\\') {
            --slash;
        }
        at = quote + 1;
        if ((quote - slash) % 2 == 0) {
            return at;
        }
    }
    return end;
}

/// The comma or bracket that ends the value at `at`, which is an element of an array; `end` if there is none.
const char *skipValue(const char *at, const char *end)
{
    qsizetype depth = 0;
    while (at < end) {
        switch (*at) {
        case '"':
            at = skipString(at + 1, end);
            continue;
        case '[':
        case '{':
            ++depth;
            break;
        case ']':
        case '}':
            if (depth-- == 0) {
                return at;
            }
            break;
        case ',':
            if (depth == 0) {
                return at;
            }
            break;
        default:
            break;
        }
        ++at;
    }
    return end;
}

} // namespace

Payload::Payload(QByteArray frame, qsizetype offset, qsizetype size, QList<QByteArray> attachments)
    : m_frame(std::move(frame)), m_offset(offset), m_size(size), m_attachments(std::move(attachments))
{
    Q_ASSERT(m_offset >= 0 && m_size >= 0 && m_offset + m_size <= m_frame.size());
}

QByteArrayView Payload::json() const
{
    return QByteArrayView(m_frame).sliced(m_offset, m_size);
}

QByteArrayView Payload::argument(int index) const
{
    const QByteArrayView whole = json();
    if (index < 0 || whole.size() < 2 || whole.front() != '[') {
        return {};
    }
    const char *at = whole.data() + 1;
    const char *const end = whole.data() + whole.size();
    for (qsizetype left = qsizetype(m_skipped) + index;; --left) {
        const char *const stop = skipValue(at, end);
        if (stop == end || *stop == '}') {
            return {}; // truncated, or brackets that do not match
        }
        if (left == 0) {
            return trimmed(at, stop);
        }
        if (*stop != ',') {
            return {};
        }
        at = stop + 1;
    }
}

QJsonArray Payload::toJsonArray() const
{
    const QByteArrayView whole = json();
    QJsonArray array = QJsonDocument::fromJson(QByteArray::fromRawData(whole.data(), whole.size())).array();
    for (int i = 0; i < m_skipped && !array.isEmpty(); ++i) {
        array.removeFirst();
    }
    return array;
}

} // namespace socketio
