// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "domain/Ids.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace models {

/// Times as people say them, in the computer's current time zone and the interface language. One timer for the whole
/// program tells when what was said is no longer true.
class TimeWords : public QObject
{
    Q_OBJECT

public:
    /// `clock` outlives this. `language` is "en" or "id".
    TimeWords(base::Clock &clock, const QString &language, QObject *parent = nullptr);
    ~TimeWords() override;

    /// "14:32" today, "Yesterday", "Mon" within a week, "12 Feb", "12 Feb 2025". Empty for an instant outside the
    /// calendar.
    QString shortWords(domain::Instant instant) const;
    /// The same inside a sentence: "yesterday".
    QString wordsInSentence(domain::Instant instant) const;
    /// "just now", "5 min ago" within the hour, then as wordsInSentence(): what agesIn() says when to ask again.
    QString ageWords(domain::Instant instant) const;
    /// How long ageWords() stays true; nothing if only changed() ends it.
    std::optional<std::chrono::milliseconds> agesIn(domain::Instant instant) const;
    /// "Sunday, 22 November 2026, 14:32", for a tool tip.
    QString fullWords(domain::Instant instant) const;

    /// "en" or "id"; changed() follows.
    void setLanguage(const QString &language);
    /// Looks whether day or time zone changed. Called by itself at midnight and once an hour, and by whoever has a
    /// reason to think so: the computer woke up, the link came back.
    void check();

Q_SIGNALS:
    /// The day, the time zone or the language is another one: every text that was asked for may be wrong now.
    void changed();

private:
    /// What the words depend on, beside the instant itself.
    struct Calendar
    {
        QDate today;
        QByteArray zone;
        int offset = 0; ///< seconds from UTC: a zone may change without changing its name

        bool operator==(const Calendar &) const = default;
    };
    QDateTime now() const;
    /// How long ago it was; nothing unless it was within the hour. Negative if the clocks differ a little.
    std::optional<std::chrono::milliseconds> recentAge(domain::Instant instant) const;
    Calendar calendarNow() const;
    QString words(domain::Instant instant, const QString &yesterday) const;
    void waitForMidnight();

    base::Clock &m_clock;
    QLocale m_locale;
    Calendar m_calendar;
    std::unique_ptr<base::Timer> m_timer;
};

} // namespace models
