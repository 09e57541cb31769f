// SPDX-License-Identifier: MIT
#include "base/Settings.h"

namespace base {

Settings::Settings(const QString &dataFolder)
    : m_settings(dataFolder + QStringLiteral("/settings.ini"), QSettings::IniFormat)
{
}

} // namespace base
