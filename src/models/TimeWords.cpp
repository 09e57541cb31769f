// SPDX-License-Identifier: MIT
#include "models/TimeWords.h"

#include <QTimeZone>

#include <algorithm>

namespace models {

namespace {

using namespace std::chrono_literals;

/// A timer does not notice that the computer slept or that its clock was set: never wait longer than this for midnight.
constexpr std::chrono::milliseconds longestWait = 1h;

QDateTime local(domain::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::LocalTime);
}

/// The server's clock may be this far ahead of ours: what it says has just happened.
constexpr std::chrono::milliseconds longestAhead = 5min;

} // namespace

TimeWords::TimeWords(base::Clock &clock, const QString &language, QObject *parent)
    : QObject(parent), m_clock(clock), m_locale(language), m_calendar(calendarNow()), m_timer(clock.createTimer())
{
    waitForMidnight();
}

TimeWords::~TimeWords() = default;

QString TimeWords::shortWords(domain::Instant instant) const
{
    return words(instant, tr("Yesterday"));
}

QString TimeWords::wordsInSentence(domain::Instant instant) const
{
    return words(instant, tr("yesterday", "inside a sentence"));
}

QString TimeWords::ageWords(domain::Instant instant) const
{
    const auto age = recentAge(instant);
    if (!age) {
        return wordsInSentence(instant);
    }
    if (*age < 1min) {
        return tr("just now", "inside a sentence");
    }
    return tr("%n min ago", "inside a sentence", static_cast<int>(*age / 1min));
}

std::optional<std::chrono::milliseconds> TimeWords::recentAge(domain::Instant instant) const
{
    const auto wall = m_clock.wallNow();
    // In this order an instant at the end of time cannot overflow.
    const bool isRecent = instant > wall - 1h && instant <= wall + longestAhead;
    return isRecent ? std::optional(wall - instant) : std::nullopt;
}

std::optional<std::chrono::milliseconds> TimeWords::agesIn(domain::Instant instant) const
{
    const auto age = recentAge(instant);
    if (!age) {
        return std::nullopt;
    }
    return *age < 1min ? 1min - *age : 1min - *age % 1min;
}

QString TimeWords::fullWords(domain::Instant instant) const
{
    const QDateTime when = local(instant);
    //: Full date and time, in the letters of QLocale::toString(): dddd is the day's name, MMMM the month's.
    return when.isValid() ? m_locale.toString(when, tr("dddd, d MMMM yyyy, HH:mm")) : QString();
}

QString TimeWords::words(domain::Instant instant, const QString &yesterday) const
{
    const QDateTime when = local(instant);
    if (!when.isValid()) {
        return {};
    }
    const QDate today = now().date();
    const qint64 daysAgo = when.date().daysTo(today);
    if (daysAgo == 0) {
        //: Time of the day, in the letters of QLocale::toString().
        return m_locale.toString(when.time(), tr("HH:mm"));
    }
    if (daysAgo == 1) {
        return yesterday;
    }
    if (daysAgo > 1 && daysAgo < 7) {
        return m_locale.standaloneDayName(when.date().dayOfWeek(), QLocale::ShortFormat);
    }
    // Also what lies in the future, because one of the clocks is wrong: its date tells so.
    if (when.date().year() == today.year()) {
        //: A date of this year, in the letters of QLocale::toString().
        return m_locale.toString(when.date(), tr("d MMM"));
    }
    //: A date of another year, in the letters of QLocale::toString().
    return m_locale.toString(when.date(), tr("d MMM yyyy"));
}

void TimeWords::setLanguage(const QString &language)
{
    m_locale = QLocale(language);
    Q_EMIT changed();
}

void TimeWords::check()
{
    const Calendar calendar = calendarNow();
    const bool different = calendar != m_calendar;
    m_calendar = calendar;
    waitForMidnight();
    if (different) {
        Q_EMIT changed();
    }
}

QDateTime TimeWords::now() const
{
    return local(m_clock.wallNow());
}

TimeWords::Calendar TimeWords::calendarNow() const
{
    const QDateTime moment = now();
    return {moment.date(), QTimeZone::systemTimeZoneId(), moment.offsetFromUtc()};
}

void TimeWords::waitForMidnight()
{
    const QDateTime midnight = m_calendar.today.addDays(1).startOfDay(Qt::LocalTime);
    const std::chrono::milliseconds untilMidnight{now().msecsTo(midnight)};
    m_timer->start(std::clamp<std::chrono::milliseconds>(untilMidnight, 1ms, longestWait), [this] { check(); });
}

} // namespace models
