// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace app {

/// Whether the system is dark, as far as its palette tells: Qt's floor (6.4) knows no colour scheme.
class SystemTheme : public QObject
{
    Q_OBJECT

public:
    explicit SystemTheme(QObject *parent = nullptr);

    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void darkChanged(bool dark);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_dark = false;
};

} // namespace app
