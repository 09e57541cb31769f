// SPDX-License-Identifier: MIT
#include "platform/ColourPreference.h"

#include <QWinEventNotifier>

#include <utility>
#include <windows.h>

namespace platform {

namespace {

const wchar_t place[] = L"Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";

/// AppsUseLightTheme of the registry, and a notice of each change beside it.
class ColourPreferenceRegistry : public QObject
{
public:
    ColourPreferenceRegistry(ColourPreferenceTold told, QObject *parent)
        : QObject(parent), m_told(std::move(told)), m_event(CreateEventW(nullptr, FALSE, FALSE, nullptr))
    {
        RegOpenKeyExW(HKEY_CURRENT_USER, place, 0, KEY_READ | KEY_NOTIFY, &m_key);
        m_notifier.setHandle(m_event);
        m_notifier.setEnabled(true);
        connect(&m_notifier, &QWinEventNotifier::activated, this, &ColourPreferenceRegistry::read);
        // From the event loop, like everywhere.
        QMetaObject::invokeMethod(this, &ColourPreferenceRegistry::read, Qt::QueuedConnection);
    }
    ~ColourPreferenceRegistry() override
    {
        m_notifier.setEnabled(false);
        if (m_key) {
            RegCloseKey(m_key);
        }
        CloseHandle(m_event);
    }

private:
    void read()
    {
        if (!m_key) {
            return;
        }
        // Asked anew after each notice, and before reading: a change in between is told twice, never lost.
        RegNotifyChangeKeyValue(m_key, FALSE, REG_NOTIFY_CHANGE_LAST_SET, m_event, TRUE);
        DWORD light = 0;
        DWORD size = sizeof light;
        const auto status =
            RegGetValueW(m_key, nullptr, L"AppsUseLightTheme", RRF_RT_REG_DWORD, nullptr, &light, &size);
        m_told(status == ERROR_SUCCESS ? std::optional(light == 0) : std::nullopt);
    }

    ColourPreferenceTold m_told;
    HKEY m_key = nullptr;
    HANDLE m_event;
    QWinEventNotifier m_notifier;
};

} // namespace

void watchColourPreference(QObject *context, const ColourPreferenceTold &told)
{
    new ColourPreferenceRegistry(told, context);
}

} // namespace platform
