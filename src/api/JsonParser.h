// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <optional>
#include <simdjson.h>

namespace api {

/// Reads JSON into simdjson's document, which the decoders walk once. One parser per Service is used for every packet:
/// its memory is allocated once. What a very large document took is given back when a small one follows.
///
/// Accepts exactly what JavaScript's JSON.parse accepts, lone surrogates and numbers beyond 64 bits included
/// (JsonRepair), nested at most 1,024 deep.
class JsonParser
{
public:
    /// The root of the document; nothing if `utf8` is not JSON. Valid until the next parse().
    std::optional<simdjson::dom::element> parse(QByteArrayView utf8);

    /// How large a document fits without allocating, in bytes.
    qsizetype capacity() const { return static_cast<qsizetype>(m_parser.capacity()); }

    /// Room for a document of this size is kept for good; in bytes. The parser takes about 15 times as much address
    /// space, and of real memory about 3 times as much.
    static constexpr qsizetype keptCapacity = 4 * 1024 * 1024;

private:
    simdjson::dom::parser m_parser;
};

} // namespace api
