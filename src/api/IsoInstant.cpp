// SPDX-License-Identifier: MIT
#include "api/IsoInstant.h"

#include <algorithm>

namespace api {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes apart a text from its beginning. Once something did not fit, nothing does.
class Scanner
{
public:
    explicit Scanner(std::string_view text) : m_rest(text) { }

    bool failed() const { return m_failed; }
    bool atEnd() const { return m_rest.empty(); }

    bool skip(char c)
    {
        if (m_rest.empty() || m_rest.front() != c) {
            return false;
        }
        m_rest.remove_prefix(1);
        return true;
    }
    void expect(char c)
    {
        if (!skip(c)) {
            m_failed = true;
        }
    }
    /// Exactly `digits` digits, between `least` and `most`.
    int number(int digits, int least, int most)
    {
        int value = 0;
        for (int i = 0; i < digits; ++i) {
            if (m_rest.empty() || !isDigit(m_rest.front())) {
                m_failed = true;
                return least;
            }
            value = value * 10 + (m_rest.front() - '0');
            m_rest.remove_prefix(1);
        }
        m_failed = m_failed || value < least || value > most;
        return value;
    }
    /// One digit or more after a decimal point, cut to thousandths.
    int thousandths()
    {
        int value = 0;
        int digits = 0;
        for (; !m_rest.empty() && isDigit(m_rest.front()); ++digits) {
            value = digits < 3 ? value * 10 + (m_rest.front() - '0') : value;
            m_rest.remove_prefix(1);
        }
        m_failed = m_failed || digits == 0;
        for (; digits < 3; ++digits) {
            value *= 10;
        }
        return value;
    }

private:
    std::string_view m_rest;
    bool m_failed = false;
};

milliseconds scanTime(Scanner &scan)
{
    const hours h{scan.number(2, 0, 23)};
    scan.expect(':');
    const minutes m{scan.number(2, 0, 59)};
    milliseconds time = h + m;
    if (scan.skip(':')) {
        time += seconds{scan.number(2, 0, 59)};
        if (scan.skip('.') || scan.skip(',')) {
            time += milliseconds{scan.thousandths()};
        }
    }
    return time;
}

/// How far local time is ahead of UTC.
minutes scanZone(Scanner &scan)
{
    if (scan.atEnd() || scan.skip('Z') || scan.skip('z')) {
        return {};
    }
    const bool isBehind = scan.skip('-');
    if (!isBehind) {
        scan.expect('+');
    }
    minutes offset = hours{scan.number(2, 0, 23)};
    if (!scan.atEnd()) {
        scan.skip(':');
        offset += minutes{scan.number(2, 0, 59)};
    }
    return isBehind ? -offset : offset;
}

} // namespace

std::optional<domain::Instant> instantFromIso(std::string_view text)
{
    Scanner scan(text);
    const std::chrono::year year{scan.number(4, 0, 9999)};
    scan.expect('-');
    const std::chrono::month month{static_cast<unsigned>(scan.number(2, 1, 12))};
    scan.expect('-');
    const std::chrono::day day{static_cast<unsigned>(scan.number(2, 1, 31))};
    milliseconds time{};
    if (!scan.atEnd()) {
        if (!scan.skip('T') && !scan.skip('t')) {
            scan.expect(' ');
        }
        time = scanTime(scan);
        time -= scanZone(scan);
    }
    const std::chrono::year_month_day date(year, month, day);
    if (scan.failed() || !scan.atEnd() || !date.ok()) {
        return std::nullopt;
    }
    return domain::Instant(std::chrono::sys_days(date)) + time;
}

std::optional<domain::Instant> instantFromEpoch(std::int64_t sinceEpoch)
{
    using std::chrono::sys_days;
    constexpr domain::Instant first = sys_days(std::chrono::year{0} / 1 / 1);
    constexpr domain::Instant last = sys_days(std::chrono::year{9999} / 12 / 31) + days{1} - milliseconds{1};
    const domain::Instant instant{milliseconds{sinceEpoch}};
    if (instant < first || instant > last) {
        return std::nullopt;
    }
    return instant;
}

} // namespace api
