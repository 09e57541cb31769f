// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace api {

/// Which of a few names known at compile time a string is: one slot to look at, one comparison. The keys of an answer's
/// objects are looked up a hundred thousand times, so this decides how fast it is read. Built at compile time; does not
/// compile if two names cannot be told apart.
template <class Value, std::size_t Count> class KeyTable
{
public:
    struct Entry
    {
        std::string_view key;
        Value value;
    };

    /// `firstFactor` is tried first: a compiler gives a constant only so many steps (Clang about a million), and a
    /// large table may need more to find the factor by itself.
    consteval explicit KeyTable(const Entry (&entries)[Count], std::uint32_t firstFactor = 1)
    {
        for (const Entry &entry : entries) {
            if (entry.key.empty() || entry.key.size() > longestKey) {
                throw "a key is empty or too long to be compared";
            }
        }
        for (m_factor = firstFactor; m_factor < firstFactor + 100'000; m_factor += 2) {
            if (fill(entries)) {
                return;
            }
        }
        throw "two keys cannot be told apart"; // not a constant expression: ends the compilation
    }

    /// The value of `key`; null if it is not in the table. Compares the whole key.
    const Value *find(std::string_view key) const
    {
        if (key.empty()) {
            return nullptr;
        }
        const Entry &entry = m_slots[slot(key)];
        return entry.key.size() == key.size() && isSame(entry.key.data(), key.data(), key.size()) ? &entry.value
                                                                                                  : nullptr;
    }

private:
    static constexpr std::size_t slotCount = std::bit_ceil(Count * 4);
    static constexpr int shift = 32 - std::countr_zero(slotCount);
    static constexpr std::size_t longestKey = 32;

    /// Two pieces that overlap are compared instead of a length known only at run time: a call of memcmp for each key
    /// took a tenth of the time of reading an answer.
    static bool isSame(const char *left, const char *right, std::size_t size)
    {
        if (size >= 16) {
            return isSamePiece<16>(left, right, size);
        }
        if (size >= 8) {
            return isSamePiece<8>(left, right, size);
        }
        if (size >= 4) {
            return isSamePiece<4>(left, right, size);
        }
        return left[0] == right[0] && left[size / 2] == right[size / 2] && left[size - 1] == right[size - 1];
    }
    /// The first and the last `piece` characters: all of a key of at most twice as many.
    template <std::size_t piece> static bool isSamePiece(const char *left, const char *right, std::size_t size)
    {
        return std::memcmp(left, right, piece) == 0
            && std::memcmp(left + size - piece, right + size - piece, piece) == 0;
    }

    constexpr std::size_t slot(std::string_view key) const
    {
        const std::size_t size = key.size();
        const auto unit = [key](std::size_t at) {
            return static_cast<std::uint32_t>(static_cast<unsigned char>(key[at]));
        };
        // The 13 keys that begin with "can_" differ from the fifth character on.
        const std::uint32_t signs = unit(0) | unit(size > 4 ? 4 : size - 1) << 8 | unit(size / 2) << 16;
        return ((signs ^ static_cast<std::uint32_t>(size) << 24) * m_factor) >> shift;
    }

    constexpr bool fill(const Entry (&entries)[Count])
    {
        m_slots = {};
        for (const Entry &entry : entries) {
            Entry &place = m_slots[slot(entry.key)];
            if (!place.key.empty()) {
                return false;
            }
            place = entry;
        }
        return true;
    }

    std::array<Entry, slotCount> m_slots{};
    std::uint32_t m_factor = 1;
};

} // namespace api
