// SPDX-License-Identifier: MIT
#include "app/EndSignals.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace app {

#ifdef Q_OS_UNIX

namespace {

constexpr std::array<int, 2> endings = {SIGTERM, SIGINT};

/// Where the signal's handler writes, which may do nothing else: a handler has no object.
volatile std::sig_atomic_t writeEnd = -1;

void handle(int)
{
    const int before = errno; // of whoever is interrupted
    const char byte = 0;
    [[maybe_unused]] const auto written = write(writeEnd, &byte, 1);
    errno = before;
}

} // namespace

class EndSignals::Private
{
public:
    explicit Private(EndSignals &q)
    {
        if (pipe(ends.data()) != 0) {
            return; // the signals then end the program as they always do
        }
        for (const int end : ends) {
            fcntl(end, F_SETFD, FD_CLOEXEC);
            fcntl(end, F_SETFL, O_NONBLOCK);
        }
        notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
        QObject::connect(notifier.get(), &QSocketNotifier::activated, &q, [this, &q] {
            char byte = 0;
            while (read(ends[0], &byte, 1) > 0) { }
            Q_EMIT q.endWanted();
        });
        writeEnd = ends[1];
        for (const int ending : endings) {
            std::signal(ending, handle);
        }
    }
    ~Private()
    {
        if (!notifier) {
            return;
        }
        for (const int ending : endings) {
            std::signal(ending, SIG_DFL);
        }
        writeEnd = -1;
        notifier.reset();
        close(ends[0]);
        close(ends[1]);
    }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    std::array<int, 2> ends = {-1, -1};
    std::unique_ptr<QSocketNotifier> notifier;
};

#else

class EndSignals::Private
{
public:
    explicit Private(EndSignals &) { }
};

#endif

EndSignals::EndSignals(QObject *parent) : QObject(parent), d(std::make_unique<Private>(*this))
{
}

EndSignals::~EndSignals() = default;

} // namespace app
