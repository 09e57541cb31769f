// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace base {

/// An identifier of the service: 24 hex digits on the wire, 12 bytes here. The tag keeps a chat's id from being
/// passed where a user's is due. A default-constructed id is null and equals no id of the service.
template <class Tag> class Id
{
public:
    static constexpr int byteCount = 12;
    using Bytes = std::array<std::uint8_t, byteCount>;

    constexpr Id() = default;
    constexpr explicit Id(const Bytes &bytes) : m_bytes(bytes) { }

    /// Nothing unless `hex` is exactly 24 hex digits, not all of them zero.
    static constexpr std::optional<Id> fromHex(std::string_view hex)
    {
        if (hex.size() != 2 * byteCount) {
            return std::nullopt;
        }
        Id id;
        for (std::size_t i = 0; i < byteCount; ++i) {
            const int high = digit(hex[2 * i]);
            const int low = digit(hex[2 * i + 1]);
            if (high < 0 || low < 0) {
                return std::nullopt;
            }
            id.m_bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
        }
        if (id.isNull()) {
            return std::nullopt;
        }
        return id;
    }
    static std::optional<Id> fromHex(QStringView hex)
    {
        const QByteArray bytes = hex.toUtf8();
        return fromHex(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    }
    /// The 12 bytes that bytes() gave, as stored in the database.
    static std::optional<Id> fromBytes(const QByteArray &bytes)
    {
        if (bytes.size() != byteCount) {
            return std::nullopt;
        }
        Id id;
        std::memcpy(id.m_bytes.data(), bytes.constData(), byteCount);
        return id;
    }

    constexpr bool isNull() const
    {
        for (const std::uint8_t byte : m_bytes) {
            if (byte != 0) {
                return false;
            }
        }
        return true;
    }
    constexpr const Bytes &raw() const { return m_bytes; }
    QByteArray bytes() const { return QByteArray(reinterpret_cast<const char *>(m_bytes.data()), byteCount); }
    QByteArray toHex() const { return bytes().toHex(); }
    QString toString() const { return QString::fromLatin1(toHex()); }

    constexpr auto operator<=>(const Id &) const = default;

    friend size_t qHash(const Id &id, size_t seed = 0) noexcept
    {
        return qHashBits(id.m_bytes.data(), byteCount, seed);
    }

private:
    static constexpr int digit(char c)
    {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'a' && c <= 'f') {
            return c - 'a' + 10;
        }
        if (c >= 'A' && c <= 'F') {
            return c - 'A' + 10;
        }
        return -1;
    }

    Bytes m_bytes{};
};

} // namespace base

template <class Tag> struct std::hash<base::Id<Tag>>
{
    std::size_t operator()(const base::Id<Tag> &id) const noexcept { return qHash(id); }
};
