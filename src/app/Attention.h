// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"

#include <QObject>
#include <QWindow>

#include <memory>

namespace app {

/// Whether somebody looks at the window: it is active and not minimised, and was given input within two minutes.
class Attention : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this. `clock` counts the two minutes.
    Attention(QWindow &window, base::Clock &clock, QObject *parent = nullptr);

    bool isWatching() const { return m_watching; }

Q_SIGNALS:
    void watchingChanged(bool watching);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void noteInput();
    void update();

    QWindow &m_window;
    base::Clock &m_clock;
    std::unique_ptr<base::Timer> m_timer;
    std::chrono::milliseconds m_lastInput;
    bool m_watching = false;
};

} // namespace app
