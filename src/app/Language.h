// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QTranslator>

namespace app {

/// The language that the program speaks: its translation and the way it writes numbers and dates.
class Language
{
public:
    Language() = default;
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    /// "id" where the system is Indonesian, else "en".
    static QString ofSystem();

    /// "en" or "id"; anything else is "en". The application is told at once; who has words of its own is not.
    void speak(const QString &code);
    QString code() const { return m_code; }

private:
    QString m_code;
    QTranslator m_translator;
};

} // namespace app
