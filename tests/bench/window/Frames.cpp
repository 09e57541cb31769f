// SPDX-License-Identifier: MIT
#include "bench/window/Frames.h"

#include "bench/window/Pulse.h"

namespace bench {

Frames::Frames(QQuickWindow &window)
{
    connect(
        &window, &QQuickWindow::afterAnimating, this, [this] { m_begun = wallMilliseconds(); }, Qt::DirectConnection);
    connect(
        &window, &QQuickWindow::frameSwapped, this, [this] { end(); }, Qt::DirectConnection);
    start();
}

void Frames::start()
{
    m_drawing.clear();
    m_work.clear();
    m_last = threadMilliseconds();
}

void Frames::end()
{
    const double work = threadMilliseconds();
    m_drawing.append(wallMilliseconds() - m_begun);
    m_work.append(work - m_last);
    m_last = work;
}

} // namespace bench
