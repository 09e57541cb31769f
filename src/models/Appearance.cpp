// SPDX-License-Identifier: MIT
#include "models/Appearance.h"

#include <algorithm>
#include <cmath>

namespace models {

namespace {

const QString themeKey = QStringLiteral("appearance/theme");
const QString languageKey = QStringLiteral("appearance/language");
const QString textScaleKey = QStringLiteral("appearance/textScale");
const QString listWidthKey = QStringLiteral("appearance/listWidth");
const QString reducedMotionKey = QStringLiteral("appearance/reducedMotion");

constexpr int narrowestList = 260;
constexpr int usualList = 320;
constexpr int widestList = 420;

constexpr qreal smallestText = 0.8;
constexpr qreal largestText = 2;

QString nameOf(Appearance::Theme theme)
{
    switch (theme) {
    case Appearance::Theme::System:
        break;
    case Appearance::Theme::Light:
        return QStringLiteral("light");
    case Appearance::Theme::Dark:
        return QStringLiteral("dark");
    }
    return QStringLiteral("system");
}

/// Whatever else the file says is as if it said nothing.
Appearance::Theme themeNamed(const QString &name)
{
    for (const auto theme : {Appearance::Theme::Light, Appearance::Theme::Dark}) {
        if (name == nameOf(theme)) {
            return theme;
        }
    }
    return Appearance::Theme::System;
}

int keptListWidth(const base::Settings &settings)
{
    bool isNumber = false;
    const int width = settings.value(listWidthKey, QString()).toInt(&isNumber);
    return isNumber ? std::clamp(width, narrowestList, widestList) : usualList;
}

qreal keptTextScale(const base::Settings &settings)
{
    bool isNumber = false;
    const qreal scale = settings.value(textScaleKey, QString()).toDouble(&isNumber);
    return isNumber && std::isfinite(scale) ? std::clamp(scale, smallestText, largestText) : 1;
}

} // namespace

Appearance::Appearance(
    base::Settings &settings, std::optional<Theme> themeOfThisRun, const QString &language, QObject *parent)
    : QObject(parent), m_settings(settings),
      m_theme(themeOfThisRun ? *themeOfThisRun : themeNamed(settings.value(themeKey, QString()))), m_language(language),
      m_textScale(keptTextScale(settings)), m_listWidth(keptListWidth(settings))
{
}

void Appearance::setTheme(Theme theme)
{
    // Also when it is the one of this run already: now it is chosen, and kept.
    m_settings.setValue(themeKey, nameOf(theme));
    if (theme == m_theme) {
        return;
    }
    const bool wasDark = isDark();
    m_theme = theme;
    Q_EMIT themeChanged();
    if (isDark() != wasDark) {
        Q_EMIT darkChanged();
    }
}

bool Appearance::isDark() const
{
    return m_theme == Theme::System ? m_systemDark : m_theme == Theme::Dark;
}

void Appearance::setSystemDark(bool dark)
{
    const bool wasDark = isDark();
    m_systemDark = dark;
    if (isDark() != wasDark) {
        Q_EMIT darkChanged();
    }
}

void Appearance::setLanguage(const QString &language)
{
    if (language != QLatin1String("en") && language != QLatin1String("id")) {
        return;
    }
    // Also when it is the one of this run already: now it is chosen, and kept.
    m_settings.setValue(languageKey, language);
    if (language != m_language) {
        m_language = language;
        Q_EMIT languageChosen(language);
    }
}

void Appearance::setTextScale(qreal scale)
{
    if (!std::isfinite(scale)) {
        return;
    }
    const qreal allowed = std::clamp(scale, smallestText, largestText);
    if (qFuzzyCompare(allowed, m_textScale)) {
        return;
    }
    m_textScale = allowed;
    m_settings.setValue(textScaleKey, allowed);
    Q_EMIT textScaleChanged();
}

void Appearance::setListWidth(int width)
{
    const int allowed = std::clamp(width, narrowestList, widestList);
    if (allowed == m_listWidth) {
        return;
    }
    m_listWidth = allowed;
    m_settings.setValue(listWidthKey, allowed);
    Q_EMIT listWidthChanged();
}

bool Appearance::reducedMotion() const
{
    return m_settings.value(reducedMotionKey, false);
}

} // namespace models
