// SPDX-License-Identifier: MIT
#pragma once

#include "models/App.h"

#include <QObject>
#include <QQuickItem>
#include <QTimer>

#include <chrono>
#include <functional>

#include "bench/window/Frames.h"
#include "bench/window/Pulse.h"

namespace bench {

/// One thing that is measured on the running program. Prints `name value` lines, then quits.
class Scenario : public QObject
{
public:
    Scenario(const models::App &app, QQuickWindow &window);

    /// False if there is no scenario of that name.
    bool run(const QString &name);

private:
    /// A page of any size arrives in an empty list. Prints "ready" when the window stands; the server is started then.
    void page();
    void search();
    void flick();
    void idle();
    void memory();

    void type(int position);
    void flickOn();
    void scrollOn(int pages);

    /// `next` once `question` is true, looked at every 20 ms.
    void when(std::function<bool()> question, std::function<void()> next);
    void after(std::chrono::milliseconds delay, std::function<void()> next);
    void say(const char *name, double value);
    void end();
    QQuickItem *list() const;

    const models::App &m_app;
    QQuickWindow &m_window;
    Pulse m_pulse;
    Frames m_frames;
    QList<double> m_answers;
    double m_asked = 0;
    double m_longestGap = 0;
    double m_longestWork = 0;
};

} // namespace bench
