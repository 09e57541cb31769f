// SPDX-License-Identifier: MIT
#include "demo/PictureServer.h"

#include "demo/PictureConnection.h"

#include <QPointer>
#include <QTcpSocket>

namespace demo {

namespace {

constexpr int drawingThreads = 2;
constexpr int smallSide = 256;
constexpr int bigSide = 640;

} // namespace

PictureServer::PictureServer(Find find, base::Clock &clock, QObject *parent)
    : QObject(parent), m_find(std::move(find)), m_clock(clock), m_server(this)
{
    m_pool.setMaxThreadCount(drawingThreads);
    connect(&m_server, &QTcpServer::newConnection, this, &PictureServer::accept);
}

PictureServer::~PictureServer()
{
    m_server.close();
    m_pool.clear();
    m_pool.waitForDone();
    const auto connections = findChildren<PictureConnection *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(connections); // while the clock and the count are there
}

bool PictureServer::listen(quint16 port)
{
    return m_server.listen(QHostAddress::LocalHost, port);
}

void PictureServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (m_connections >= maxConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        ++m_connections;
        auto *connection = new PictureConnection(socket, *this, m_clock);
        connect(connection, &QObject::destroyed, this, [this] { --m_connections; });
    }
}

void PictureServer::draw(QByteArrayView path, QObject *receiver, std::function<void(const QByteArray &)> done)
{
    constexpr QByteArrayView start("/pictures/");
    constexpr QByteArrayView end(".png");
    constexpr QByteArrayView big("-640");
    std::optional<PictureSubject> subject;
    int side = smallSide;
    if (path.startsWith(start) && path.endsWith(end) && path.size() > start.size() + end.size()) {
        QByteArrayView name = path.sliced(start.size()).chopped(end.size());
        if (name.endsWith(big)) {
            name.chop(big.size());
            side = bigSide;
        }
        subject = m_find(name);
    }
    if (!subject) {
        done({});
        return;
    }
    m_pool.start([this, receiver = QPointer(receiver), done = std::move(done), subject = *subject, side] {
        const QByteArray png = encodedPicture(subject, side);
        // Back in the thread of this object, which waits for its pool before it dies.
        QMetaObject::invokeMethod(
            this,
            [receiver, done, png] {
                if (receiver) {
                    done(png);
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace demo
