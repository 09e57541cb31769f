// SPDX-License-Identifier: MIT
#pragma once

#include <QSettings>
#include <QString>
#include <QVariant>

namespace base {

/// What the person chose, and what the window remembers: `settings.ini` in the data folder. Never a secret.
/// Keys are "section/name" as in the file. Used in the thread that created it.
class Settings
{
public:
    /// `dataFolder` exists. A damaged file is read as far as it goes; what is missing falls back to the default.
    explicit Settings(const QString &dataFolder);

    template <class T> T value(const QString &key, const T &otherwise) const
    {
        const QVariant found = m_settings.value(key);
        return found.isValid() && found.canConvert<T>() ? found.value<T>() : otherwise;
    }
    void setValue(const QString &key, const QVariant &value) { m_settings.setValue(key, value); }
    void remove(const QString &key) { m_settings.remove(key); }

private:
    QSettings m_settings;
};

} // namespace base
