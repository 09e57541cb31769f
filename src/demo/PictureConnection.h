// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"

#include <QByteArray>
#include <QObject>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QTcpSocket)

namespace demo {

class PictureServer;

/// One HTTP/1.1 client of a PictureServer: one request at a time, its child, gone when the connection is.
class PictureConnection : public QObject
{
    Q_OBJECT

public:
    PictureConnection(QTcpSocket *socket, PictureServer &server, base::Clock &clock);
    ~PictureConnection() override;

private:
    void read();
    void answer(const QByteArray &head);
    void send(const char *status, const QByteArray &body, bool isPicture);
    void written();
    void expect();

    QTcpSocket *const m_socket;
    PictureServer &m_server;
    std::unique_ptr<base::Timer> m_deadline;
    QByteArray m_buffer; ///< what has come and was not answered; PictureServer::maxHead at most
    bool m_isBusy = false; ///< with a request: the next one waits
    bool m_isHeadOnly = false;
    bool m_isLast = false; ///< the connection ends after this answer
};

} // namespace demo
