// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <algorithm>
#include <cstddef>
#include <cstdint>

/// Reads the fuzzer's bytes front to back; what is missing at the end is zero or empty.
class Input
{
public:
    Input(const std::uint8_t *data, std::size_t size) : m_data(data), m_size(size) { }

    bool atEnd() const { return m_at == m_size; }
    std::uint8_t byte() { return atEnd() ? std::uint8_t(0) : m_data[m_at++]; }
    /// Up to the next line break, or the end: a fuzzer moves and joins lines more easily than counted pieces.
    QByteArray line()
    {
        const auto *const begin = m_data + m_at;
        const auto *const end = std::find(begin, m_data + m_size, std::uint8_t('\n'));
        m_at = std::min(m_size, static_cast<std::size_t>(end - m_data) + 1);
        return QByteArray(reinterpret_cast<const char *>(begin), end - begin);
    }
    QByteArray rest()
    {
        const QByteArray all(reinterpret_cast<const char *>(m_data + m_at), static_cast<qsizetype>(m_size - m_at));
        m_at = m_size;
        return all;
    }

private:
    const std::uint8_t *m_data;
    std::size_t m_size;
    std::size_t m_at = 0;
};

/// Ends the run with a finding: release builds too.
inline void mustHold(bool condition)
{
    if (!condition) {
        __builtin_trap();
    }
}
