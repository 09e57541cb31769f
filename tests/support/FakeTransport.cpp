// SPDX-License-Identifier: MIT
#include "support/FakeTransport.h"

#include <utility>

namespace support {

base::TransportFactory FakeWire::factory()
{
    return [this] { return std::make_unique<FakeTransport>(*this); };
}

QList<QByteArray> FakeWire::takeSent()
{
    return std::exchange(m_sent, {});
}

QList<QByteArray> FakeWire::takeSentBinary()
{
    return std::exchange(m_sentBinary, {});
}

void FakeWire::accept()
{
    Q_ASSERT(m_current);
    Q_EMIT m_current->opened();
}

void FakeWire::inject(const QByteArray &utf8)
{
    Q_ASSERT(m_current);
    Q_EMIT m_current->textReceived(utf8);
}

void FakeWire::injectBinary(const QByteArray &bytes)
{
    Q_ASSERT(m_current);
    Q_EMIT m_current->binaryReceived(bytes);
}

void FakeWire::pong()
{
    Q_ASSERT(m_current);
    Q_EMIT m_current->pongReceived();
}

void FakeWire::close(base::Transport::CloseReason reason, const QString &detail)
{
    Q_ASSERT(m_current);
    m_current->finish(reason, detail);
}

FakeTransport::FakeTransport(FakeWire &wire) : m_wire(wire)
{
    m_wire.m_current = this;
    m_wire.m_sent.clear();
    m_wire.m_sentBinary.clear();
    ++m_wire.m_connections;
}

void FakeTransport::open(const QUrl &url)
{
    m_wire.m_lastUrl = url;
}

void FakeTransport::sendText(const QByteArray &utf8)
{
    Q_ASSERT(!isClosed);
    m_wire.m_sent.append(utf8);
}

void FakeTransport::sendBinary(const QByteArray &bytes)
{
    Q_ASSERT(!isClosed);
    m_wire.m_sentBinary.append(bytes);
}

void FakeTransport::close()
{
    finish(CloseReason::ByUs, {});
}

void FakeTransport::abort()
{
    finish(CloseReason::ByUs, {});
}

void FakeTransport::finish(CloseReason reason, const QString &detail)
{
    if (!std::exchange(isClosed, true)) {
        Q_EMIT closed(reason, detail);
    }
}

} // namespace support
