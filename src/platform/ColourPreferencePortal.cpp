// SPDX-License-Identifier: MIT
#include "platform/ColourPreferencePortal.h"

#include "platform/SessionBus.h"

#include <QDBusConnection>
#include <QDBusError>

#include <utility>

namespace platform {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString group = QStringLiteral("org.freedesktop.appearance");
const QString key = QStringLiteral("color-scheme");
const QString readOne = QStringLiteral("ReadOne");
const QString readTwiceWrapped = QStringLiteral("Read");

constexpr uint dark = 1;
constexpr uint light = 2; // 0: no preference; others are yet to be given a meaning

} // namespace

ColourPreferencePortal::ColourPreferencePortal(ColourPreferenceTold told, QObject *parent)
    : QObject(parent), m_told(std::move(told))
{
    // QtDBus finds a slot by the names of its types, and knows this one's only from here on.
    qRegisterMetaType<QDBusVariant>();
    // Without the sender's name: QtDBus would wait for the bus to say who that is.
    QDBusConnection::sessionBus().connect(QString(), path, interface, QStringLiteral("SettingChanged"), this,
        SLOT(settingChanged(QString, QString, QDBusVariant)));
    read(readOne);
}

void ColourPreferencePortal::read(const QString &method)
{
    callBus({.service = service, .path = path, .interface = interface, .method = method, .arguments = {group, key}},
        this, [this, method](const QDBusMessage &reply) { answer(method, reply); });
}

void ColourPreferencePortal::answer(const QString &method, const QDBusMessage &reply)
{
    if (m_changed) {
        return;
    }
    if (reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty()) {
        tell(reply.arguments().constFirst());
    } else if (method == readOne && QDBusError(reply).type() == QDBusError::UnknownMethod) {
        read(readTwiceWrapped);
    }
}

void ColourPreferencePortal::settingChanged(
    const QString &changedGroup, const QString &changedKey, const QDBusVariant &value)
{
    if (changedGroup == group && changedKey == key) {
        m_changed = true;
        tell(value.variant());
    }
}

void ColourPreferencePortal::tell(const QVariant &value)
{
    QVariant bare = value;
    while (bare.metaType() == QMetaType::fromType<QDBusVariant>()) {
        bare = bare.value<QDBusVariant>().variant();
    }
    const uint scheme = bare.toUInt();
    m_told(scheme == dark ? std::optional(true) : scheme == light ? std::optional(false) : std::nullopt);
}

void watchColourPreference(QObject *context, const ColourPreferenceTold &told)
{
    new ColourPreferencePortal(told, context);
}

} // namespace platform
