// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

namespace bench {

/// Milliseconds of processor time that this thread has used.
double threadMilliseconds();
/// Milliseconds that go on by themselves.
double wallMilliseconds();
/// The value below which `part` (0 to 1) of `values` lie; 0 of none.
double quantile(QList<double> values, double part);

/// A beat of a millisecond in the event loop of this thread: how long the loop was away between two beats, and how much
/// of that it worked itself. On a machine that is busy with other things the loop is away for longer than it works.
class Pulse : public QObject
{
public:
    Pulse();

    void start();
    void stop() { m_timer.stop(); }
    /// The longest since start(), in milliseconds.
    double longestGap() const { return m_longestGap; }
    double longestWork() const { return m_longestWork; }

private:
    void beat();

    QTimer m_timer;
    double m_wall = 0;
    double m_work = 0;
    double m_longestGap = 0;
    double m_longestWork = 0;
};

} // namespace bench
