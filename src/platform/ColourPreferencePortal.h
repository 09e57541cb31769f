// SPDX-License-Identifier: MIT
#pragma once

#include "platform/ColourPreference.h"

#include <QDBusVariant>

class QDBusMessage;

namespace platform {

/// `color-scheme` of org.freedesktop.portal.Settings, in both ways to read it: ReadOne (version 2), and Read, which
/// wraps its answer twice. Linux only.
class ColourPreferencePortal : public QObject
{
    Q_OBJECT

public:
    ColourPreferencePortal(ColourPreferenceTold told, QObject *parent);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void read(const QString &method);
    void answer(const QString &method, const QDBusMessage &reply);
    void tell(const QVariant &value);

    ColourPreferenceTold m_told;
    bool m_changed = false; ///< a change was told: what was read before is old
};

} // namespace platform
