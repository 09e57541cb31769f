// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "demo/Picture.h"

#include <QObject>
#include <QTcpServer>
#include <QThreadPool>

#include <functional>
#include <optional>

namespace demo {

/// Serves the demo's pictures over HTTP on 127.0.0.1: `/pictures/<name>.png` (256 pixels) and
/// `/pictures/<name>-640.png`, drawn when they are asked for, on threads of their own. GET and HEAD only; everything
/// that a client can use up is limited.
class PictureServer : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxConnections = 64;
    static constexpr qsizetype maxHead = 8 * 1024; ///< of a request, in bytes
    static constexpr std::chrono::seconds patience{15}; ///< with a client that neither asks nor reads

    /// What to draw under a name; nothing if there is no such picture. Called in this object's thread.
    using Find = std::function<std::optional<PictureSubject>(QByteArrayView name)>;

    /// `clock` outlives this object.
    PictureServer(Find find, base::Clock &clock, QObject *parent = nullptr);
    ~PictureServer() override;

    /// 0: any free port. False if it cannot.
    bool listen(quint16 port);
    quint16 port() const { return m_server.serverPort(); }
    int connectionCount() const { return m_connections; }

    /// Calls `done` with the picture of `path` in this thread, later, unless `receiver` has died; at once, with
    /// nothing, if there is none.
    void draw(QByteArrayView path, QObject *receiver, std::function<void(const QByteArray &png)> done);

private:
    void accept();

    Find m_find;
    base::Clock &m_clock;
    QTcpServer m_server;
    QThreadPool m_pool;
    int m_connections = 0;
};

} // namespace demo
