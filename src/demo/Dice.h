// SPDX-License-Identifier: MIT
#pragma once

#include "base/Id.h"

#include <QString>

#include <random>

namespace demo {

/// Chance that falls the same way on every computer: the engine is the standard's, and so are no distributions, whose
/// results differ between libraries.
class Dice
{
public:
    explicit Dice(quint32 seed) : m_engine(seed) { }

    /// 0 … bound - 1; `bound` is at least 1.
    int below(int bound) { return static_cast<int>(m_engine() % static_cast<quint32>(bound)); }
    int between(int lowest, int highest) { return lowest + below(highest - lowest + 1); }
    bool oneIn(int count) { return below(count) == 0; }

    /// An identifier as the service makes them: seconds since 1970 first, then whatever.
    template <class IdType> IdType id(quint32 seconds)
    {
        typename IdType::Bytes bytes{};
        for (size_t i = 0; i < bytes.size(); ++i) {
            bytes[i] = static_cast<quint8>(i < 4 ? seconds >> (24 - 8 * i) : m_engine());
        }
        return IdType(bytes);
    }
    /// `length` letters and digits, as in an invite code.
    QString code(int length)
    {
        constexpr std::u16string_view alphabet = u"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
        QString code;
        for (int i = 0; i < length; ++i) {
            code += QChar(alphabet[static_cast<size_t>(below(static_cast<int>(alphabet.size())))]);
        }
        return code;
    }

private:
    std::mt19937 m_engine;
};

} // namespace demo
