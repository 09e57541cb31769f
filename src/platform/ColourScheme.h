// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <optional>

namespace platform {

/// Whether the system is dark: Qt's floor (6.4) does not tell. The palette until the system has answered, and where it
/// has no opinion. GUI thread; asks without waiting.
class ColourScheme : public QObject
{
    Q_OBJECT

public:
    explicit ColourScheme(QObject *parent = nullptr);

    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void darkChanged(bool dark);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();

    std::optional<bool> m_told; ///< the system's own word
    bool m_dark = false;
};

} // namespace platform
