// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>
#include <QQuickWindow>

namespace bench {

/// What each frame of a window costs. For the software renderer, which draws in the GUI's thread.
class Frames : public QObject
{
public:
    explicit Frames(QQuickWindow &window);

    void start();
    int count() const { return static_cast<int>(m_drawing.size()); }
    /// From afterAnimating to frameSwapped, for each frame since start(), in milliseconds.
    QList<double> drawing() const { return m_drawing; }
    /// All the work of the thread from one frame to the next: making rows, bindings, decoding, drawing.
    QList<double> work() const { return m_work; }

private:
    void end();

    double m_begun = 0;
    double m_last = 0;
    QList<double> m_drawing;
    QList<double> m_work;
};

} // namespace bench
