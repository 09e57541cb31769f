// SPDX-License-Identifier: MIT
#include "app/Language.h"

#include "base/Log.h"

#include <QCoreApplication>
#include <QLocale>

namespace app {

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_translator);
}

QString Language::ofSystem()
{
    return QLocale::system().language() == QLocale::Indonesian ? QStringLiteral("id") : QStringLiteral("en");
}

void Language::speak(const QString &code)
{
    m_code = code == QLatin1String("id") ? code : QStringLiteral("en");
    QLocale::setDefault(m_code == QLatin1String("id") ? QLocale(QLocale::Indonesian, QLocale::Indonesia)
                                                      : QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCoreApplication::removeTranslator(&m_translator);
    // English too: its plural forms are in the translation.
    if (m_translator.load(QStringLiteral(":/i18n/opentrip-chat_") + m_code)) {
        QCoreApplication::installTranslator(&m_translator);
    } else {
        qCWarning(logApp) << "no translation for" << m_code;
    }
}

} // namespace app
