// SPDX-License-Identifier: MIT
#include "api/JsonParser.h"

#include "api/JsonRepair.h"

namespace api {

std::optional<simdjson::dom::element> JsonParser::parse(QByteArrayView utf8)
{
    if (utf8.isEmpty()) {
        return std::nullopt; // simdjson would copy from a null pointer
    }
    if (capacity() > keptCapacity && utf8.size() <= keptCapacity) {
        m_parser = simdjson::dom::parser();
    }
    simdjson::dom::element root;
    // The DOM API, not on-demand: only its machine code is chosen at run time (docs/decisions/0003-simdjson.md).
    simdjson::error_code error = m_parser.parse(utf8.data(), static_cast<std::size_t>(utf8.size())).get(root);
    if (error != simdjson::SUCCESS) {
        // Which error says "fine for JavaScript, not for me" differs between versions of simdjson: try with any.
        const QByteArray repaired = repairJson(utf8);
        if (repaired != utf8) {
            error = m_parser.parse(repaired.constData(), static_cast<std::size_t>(repaired.size())).get(root);
        }
    }
    if (error != simdjson::SUCCESS) {
        return std::nullopt;
    }
    return root;
}

} // namespace api
