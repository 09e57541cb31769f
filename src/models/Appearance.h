// SPDX-License-Identifier: MIT
#pragma once

#include "base/Settings.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace models {

/// How the program looks, as the person chose it: kept in the settings.
class Appearance : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by App")
    Q_PROPERTY(Theme theme READ theme WRITE setTheme NOTIFY themeChanged FINAL)
    /// What `theme` comes to: the system's choice where it is System.
    Q_PROPERTY(bool dark READ isDark NOTIFY darkChanged FINAL)
    /// "en" or "id"; anything else that is set is ignored.
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChosen FINAL)
    /// The size of all text, 0.8 to 2.
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged FINAL)
    /// Width of the list pane in logical pixels at 100 %, 260 to 420.
    Q_PROPERTY(int listWidth READ listWidth WRITE setListWidth NOTIFY listWidthChanged FINAL)
    /// No animations: the system, or the person, asks for less motion.
    Q_PROPERTY(bool reducedMotion READ reducedMotion CONSTANT FINAL)

public:
    enum class Theme { System, Light, Dark };
    Q_ENUM(Theme)

    /// `settings` outlives this. `themeOfThisRun` (from the command line) wins over the settings and is not kept.
    Appearance(base::Settings &settings, std::optional<Theme> themeOfThisRun, const QString &language,
        QObject *parent = nullptr);

    Theme theme() const { return m_theme; }
    void setTheme(Theme theme);
    bool isDark() const;
    /// Told by `app`, which watches the system.
    void setSystemDark(bool dark);
    QString language() const { return m_language; }
    void setLanguage(const QString &language);
    qreal textScale() const { return m_textScale; }
    void setTextScale(qreal scale);
    int listWidth() const { return m_listWidth; }
    void setListWidth(int width);
    bool reducedMotion() const;

Q_SIGNALS:
    void themeChanged();
    void darkChanged();
    /// `app` speaks this language from now on, and calls App::retranslate().
    void languageChosen(const QString &language);
    void textScaleChanged();
    void listWidthChanged();

private:
    base::Settings &m_settings;
    Theme m_theme = Theme::System;
    bool m_systemDark = false;
    QString m_language;
    qreal m_textScale = 1;
    int m_listWidth = 320;
};

} // namespace models
