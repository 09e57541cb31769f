// SPDX-License-Identifier: MIT
#include "socketio/WebSocketTransport.h"

#include <QPointer>
#include <QSslError>
#include <QWebSocketProtocol>

namespace socketio {

namespace {

constexpr qsizetype maxDetailCharacters = 300;

/// What the close code tells. It is 1000 for a connection that broke, too: that is told by an error signal instead.
base::Transport::CloseReason reasonOfCloseCode(QWebSocketProtocol::CloseCode code)
{
    switch (code) {
    case QWebSocketProtocol::CloseCodeTooMuchData:
        return base::Transport::CloseReason::TooLarge;
    case QWebSocketProtocol::CloseCodeProtocolError:
    case QWebSocketProtocol::CloseCodeDatatypeNotSupported:
    case QWebSocketProtocol::CloseCodeWrongDatatype:
        return base::Transport::CloseReason::ProtocolError;
    default:
        return base::Transport::CloseReason::ByPeer;
    }
}

} // namespace

WebSocketTransport::WebSocketTransport(QObject *parent) : WebSocketTransport(Limits(), parent)
{
}

WebSocketTransport::WebSocketTransport(const Limits &limits, QObject *parent)
    : base::Transport(parent), m_socket(new QWebSocket), m_limits(limits)
{
    const auto maxIncoming = static_cast<quint64>(m_limits.maxMessageBytes);
    m_socket->setMaxAllowedIncomingMessageSize(maxIncoming);
    m_socket->setMaxAllowedIncomingFrameSize(maxIncoming);
    // A receiver of Qt's kind closes with 1007 when the border of two frames cuts a character: never more than one.
    m_socket->setOutgoingFrameSize(QWebSocket::maxOutgoingFrameSize());
    m_closeTimer.setSingleShot(true);

    connect(m_socket, &QWebSocket::connected, this, &WebSocketTransport::onConnected);
    connect(m_socket, &QWebSocket::disconnected, this, &WebSocketTransport::finishLater);
    connect(m_socket, &QWebSocket::textMessageReceived, this,
        [this](const QString &text) { deliver([this, &text] { Q_EMIT textReceived(text.toUtf8()); }); });
    connect(m_socket, &QWebSocket::binaryMessageReceived, this,
        [this](const QByteArray &bytes) { deliver([this, &bytes] { Q_EMIT binaryReceived(bytes); }); });
    connect(m_socket, &QWebSocket::pong, this, [this] { deliver([this] { Q_EMIT pongReceived(); }); });
    connect(m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors) {
            m_tlsErrors.append(error.errorString());
        }
    });
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(m_socket, &QWebSocket::errorOccurred, this, &WebSocketTransport::onError);
#else
    connect(m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, &WebSocketTransport::onError);
#endif
    connect(&m_closeTimer, &QTimer::timeout, this, &WebSocketTransport::abort);
}

WebSocketTransport::~WebSocketTransport()
{
    m_socket->disconnect(this);
    m_socket->abort();
    // Inside one of its signals it still runs code of its own.
    if (m_delivering > 0) {
        m_socket->deleteLater();
    } else {
        delete m_socket;
    }
}

template <class Emission> void WebSocketTransport::deliver(Emission emission)
{
    const QPointer<WebSocketTransport> guard(this);
    ++m_delivering;
    emission();
    if (guard) {
        --m_delivering;
    }
}

void WebSocketTransport::open(const QUrl &url)
{
    m_socket->open(url);
}

void WebSocketTransport::sendText(const QByteArray &utf8)
{
    if (m_isOpen && !m_isFinished) {
        m_socket->sendTextMessage(QString::fromUtf8(utf8));
    }
}

void WebSocketTransport::sendBinary(const QByteArray &bytes)
{
    if (m_isOpen && !m_isFinished) {
        m_socket->sendBinaryMessage(bytes);
    }
}

void WebSocketTransport::ping()
{
    if (m_isOpen && !m_isFinished) {
        m_socket->ping();
    }
}

qint64 WebSocketTransport::bytesToWrite() const
{
    return m_socket->bytesToWrite();
}

void WebSocketTransport::onConnected()
{
    m_isOpen = true;
    deliver([this] { Q_EMIT opened(); });
}

WebSocketTransport::CloseReason WebSocketTransport::reasonOf(QAbstractSocket::SocketError error) const
{
    switch (error) {
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return CloseReason::TlsFailed;
    default:
        break;
    }
    // Qt says "connection refused" of an answer that is no upgrade, too; but only a made connection has a local port.
    const bool isAnswer = error == QAbstractSocket::ConnectionRefusedError && m_socket->localPort() != 0;
    return isAnswer ? CloseReason::UpgradeRefused : CloseReason::Lost;
}

void WebSocketTransport::onError(QAbstractSocket::SocketError error)
{
    if (!m_failure) {
        QString detail = m_socket->errorString();
        if (!m_tlsErrors.isEmpty()) {
            detail += QStringLiteral(" (") + m_tlsErrors.join(QStringLiteral("; ")) + QLatin1Char(')');
        }
        m_failure = {reasonOf(error), detail};
        finishLater();
    }
}

void WebSocketTransport::finishLater()
{
    // Later: an error may come from inside open() or sendText(), Qt goes on working after its signals, and it may tell
    // the error after it told the end.
    const auto end = [this] {
        const int code = m_socket->closeCode();
        const Failure byCode{reasonOfCloseCode(m_socket->closeCode()), QStringLiteral("close code %1").arg(code)};
        const Failure failure = m_failure.value_or(byCode);
        finish(failure.first, failure.second);
    };
    QMetaObject::invokeMethod(this, end, Qt::QueuedConnection);
}

void WebSocketTransport::close()
{
    if (m_isFinished || m_closeTimer.isActive()) {
        return;
    }
    if (!m_isOpen) {
        abort();
        return;
    }
    // From now on whatever ends it, it ended by us.
    m_socket->disconnect(this);
    connect(m_socket, &QWebSocket::disconnected, this, &WebSocketTransport::abort, Qt::QueuedConnection);
    m_closeTimer.start(m_limits.closeTimeout);
    m_socket->close();
}

void WebSocketTransport::abort()
{
    finish(CloseReason::ByUs, {});
}

void WebSocketTransport::finish(CloseReason reason, const QString &detail)
{
    if (m_isFinished) {
        return;
    }
    m_isFinished = true;
    m_closeTimer.stop();
    m_socket->disconnect(this);
    m_socket->abort();
    Q_EMIT closed(reason, detail.left(maxDetailCharacters));
}

} // namespace socketio
