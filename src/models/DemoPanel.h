// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace models {

/// What the "Demo" pill offers. `app` does it.
class DemoPanel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by App")
    /// False while the connection is cut by hand.
    Q_PROPERTY(bool connected READ isConnected NOTIFY connectedChanged FINAL)

public:
    using QObject::QObject;

    bool isConnected() const { return m_connected; }

    Q_INVOKABLE void cutConnection();
    Q_INVOKABLE void restoreConnection();
    Q_INVOKABLE void loseNextAck();
    Q_INVOKABLE void restartServer();
    /// 500 messages at once.
    Q_INVOKABLE void flood();
    Q_INVOKABLE void startOver();
    Q_INVOKABLE void leave();
    /// The demo begins or ends: whatever was cut is whole again.
    void reset();

Q_SIGNALS:
    void connectedChanged();
    void cutConnectionRequested();
    void restoreConnectionRequested();
    void loseNextAckRequested();
    void restartServerRequested();
    void floodRequested();
    void startOverRequested();
    void leaveRequested();

private:
    void setConnected(bool connected);

    bool m_connected = true;
};

} // namespace models
