// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>

namespace media_bench {

/// A small HTTP server on this computer that answers as a test says, well or badly, and writes down who asked what.
class PictureServer : public QObject
{
    Q_OBJECT

public:
    struct Answer
    {
        static constexpr qint64 lengthOfBody = -1;
        static constexpr qint64 noLength = -2;

        int status = 200;
        QByteArray body;
        QByteArrayList headers; ///< "Name: value"
        qint64 length = lengthOfBody; ///< what the header says; more than there is: the rest never comes
        bool isHeld = false; ///< not before release()
        bool isEndless = false; ///< the body over and over
        bool closes = false; ///< the connection, after the body
    };
    struct Request
    {
        QString path;
        QByteArrayList headers; ///< lower case
    };

    PictureServer();
    ~PictureServer() override;

    QString address(const QString &path) const;
    quint16 port() const { return m_port; }
    void setAnswer(const QString &path, const Answer &answer);
    /// A plain good answer.
    void setPicture(const QString &path, const QByteArray &body);
    /// Answers what is held, and holds nothing any more.
    void release();
    /// Closes every connection; later ones are refused until goUp().
    void goDown();
    bool goUp();

    const QList<Request> &requests() const { return m_requests; }
    int count(const QString &path) const;
    /// Requests now waiting for release(), and the most there ever were.
    int held() const { return static_cast<int>(m_held.size()); }
    int mostHeld() const { return m_mostHeld; }
    int connections() const { return static_cast<int>(m_sockets.size()); }
    qint64 bytesSent() const { return m_bytesSent; }

private:
    struct Held
    {
        QTcpSocket *socket;
        QString path;
    };

    void acceptAll();
    void read(QTcpSocket *socket);
    void take(QTcpSocket *socket, const QByteArray &head);
    void send(QTcpSocket *socket, const Answer &answer);
    void pump(QTcpSocket *socket, const QByteArray &body);
    void leave(QTcpSocket *socket);

    QTcpServer m_server;
    quint16 m_port = 0;
    QHash<QString, Answer> m_answers;
    QList<Request> m_requests;
    QList<QTcpSocket *> m_sockets;
    QList<Held> m_held;
    int m_mostHeld = 0;
    bool m_isReleased = false;
    qint64 m_bytesSent = 0;
};

} // namespace media_bench
