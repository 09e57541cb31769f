// SPDX-License-Identifier: MIT
#include "models/DemoPanel.h"

namespace models {

void DemoPanel::cutConnection()
{
    setConnected(false);
    Q_EMIT cutConnectionRequested();
}

void DemoPanel::restoreConnection()
{
    setConnected(true);
    Q_EMIT restoreConnectionRequested();
}

void DemoPanel::loseNextAck()
{
    Q_EMIT loseNextAckRequested();
}

void DemoPanel::restartServer()
{
    setConnected(true); // a server that starts again is there again
    Q_EMIT restartServerRequested();
}

void DemoPanel::flood()
{
    Q_EMIT floodRequested();
}

void DemoPanel::startOver()
{
    reset();
    Q_EMIT startOverRequested();
}

void DemoPanel::leave()
{
    reset();
    Q_EMIT leaveRequested();
}

void DemoPanel::reset()
{
    setConnected(true);
}

void DemoPanel::setConnected(bool connected)
{
    if (connected != m_connected) {
        m_connected = connected;
        Q_EMIT connectedChanged();
    }
}

} // namespace models
