// SPDX-License-Identifier: MIT
#include "app/Attention.h"

#include <QEvent>

namespace app {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds presentFor = 2min;

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

} // namespace

Attention::Attention(QWindow &window, base::Clock &clock, QObject *parent)
    : QObject(parent), m_window(window), m_clock(clock), m_timer(clock.createTimer()),
      m_lastInput(clock.monotonicNow()) // whoever starts the program is there
{
    m_window.installEventFilter(this);
    connect(&window, &QWindow::activeChanged, this, [this] {
        if (m_window.isActive()) {
            noteInput(); // it takes a hand to come back to a window
        } else {
            update();
        }
    });
    connect(&window, &QWindow::visibilityChanged, this, &Attention::update);
    update();
}

bool Attention::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && isInput(event->type())) {
        noteInput();
    }
    return QObject::eventFilter(watched, event);
}

void Attention::noteInput()
{
    m_lastInput = m_clock.monotonicNow();
    // Only where it may change something: the mouse moves often.
    if (!m_watching) {
        update();
    }
}

void Attention::update()
{
    const bool isInFront = m_window.isActive() && m_window.isVisible() && m_window.visibility() != QWindow::Minimized;
    const auto left = m_lastInput + presentFor - m_clock.monotonicNow();
    const bool watching = isInFront && left > 0ms;
    if (watching) {
        m_timer->start(left, [this] { update(); });
    } else {
        m_timer->stop();
    }
    if (watching != m_watching) {
        m_watching = watching;
        Q_EMIT watchingChanged(m_watching);
    }
}

} // namespace app
