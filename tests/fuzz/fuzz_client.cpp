// SPDX-License-Identifier: MIT
// A client as a whole, with the server and the time in the fuzzer's hands: one step a line, its first character says
// which. Whatever happens, every request ends exactly once, and one timer is enough.
#include "socketio/Client.h"
#include "support/FakeClock.h"
#include "support/FakeTransport.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QUrl>

#include "fuzz/Input.h"

namespace {

using namespace std::chrono_literals;
using base::Transport;
using socketio::Client;

socketio::ClientOptions options(std::uint8_t choice)
{
    socketio::ClientOptions options;
    options.server = QUrl(QStringLiteral("http://127.0.0.1:1"));
    options.engine = choice % 3 == 0 ? socketio::EngineVersion::Automatic
        : choice % 3 == 1            ? socketio::EngineVersion::V3
                                     : socketio::EngineVersion::V4;
    options.maxMessageBytes = 64 * 1024;
    options.maxAttachments = 4;
    options.maxPendingAcks = 8;
    return options;
}

class Script
{
public:
    explicit Script(std::uint8_t choice) : m_client(options(choice), m_wire.factory(), m_clock) { }

    void play(const QByteArray &line);
    void end();

private:
    void fromServer(char step, const QByteArray &bytes);

    support::FakeClock m_clock;
    support::FakeWire m_wire;
    Client m_client;
    int m_asked = 0;
    int m_answered = 0;
};

void Script::fromServer(char step, const QByteArray &bytes)
{
    const support::FakeTransport *transport = m_wire.current();
    if (!transport || transport->isClosed) {
        return;
    }
    switch (step) {
    case 'a':
        m_wire.accept();
        break;
    case 't':
        m_wire.inject(bytes);
        break;
    case 'b':
        m_wire.injectBinary(bytes);
        break;
    case 'p':
        m_wire.pong();
        break;
    default:
        m_wire.close(static_cast<Transport::CloseReason>(bytes.size() % 7));
    }
}

void Script::play(const QByteArray &line)
{
    const char step = line.isEmpty() ? 'o' : line.front();
    const QByteArray rest = line.mid(1);
    switch (step) {
    case 'o':
        m_client.open();
        break;
    case 'w':
        m_clock.advance(std::chrono::milliseconds(std::min<qsizetype>(rest.size(), 64) * 1000));
        break;
    case 'r':
        ++m_asked;
        m_client.request("ask", "1", &m_client, [this](const auto &) { ++m_answered; });
        break;
    case 'e':
        m_client.emitEvent("say", "\"x\"");
        break;
    case 'n':
        m_client.retryNow();
        break;
    case 'c':
        m_client.close();
        break;
    default:
        fromServer(step, rest);
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    mustHold(m_asked - m_answered <= 8);
}

void Script::end()
{
    m_client.close();
    mustHold(m_asked == m_answered);
    mustHold(!m_client.isConnected());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    mustHold(m_clock.activeTimers() == 0);
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    // Deleting later needs an application, and logging every bad frame would be all that is done.
    static QCoreApplication application(*argc, *argv);
    QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    Script script(input.byte());
    while (!input.atEnd()) {
        script.play(input.line());
    }
    script.end();
    return 0;
}
