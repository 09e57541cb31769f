// SPDX-License-Identifier: MIT
#include "bench/startup/FirstPaint.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <atomic>
#include <ctime>
#include <memory>

namespace bench {

namespace {

long long monotonicNanoseconds()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

QByteArray pssInKilobytes()
{
    QFile rollup(QStringLiteral("/proc/self/smaps_rollup"));
    if (!rollup.open(QIODevice::ReadOnly)) {
        return "0";
    }
    for (const QByteArray &line : rollup.readAll().split('\n')) {
        if (line.startsWith("Pss:")) {
            return line.simplified().split(' ').at(1);
        }
    }
    return "0";
}

struct Progress
{
    std::atomic_bool readyWhenSynchronised = false;
    std::atomic_bool reported = false;
};

} // namespace

void reportFirstPaint(QQuickWindow &window, std::function<bool()> ready)
{
    const auto progress = std::make_shared<Progress>();
    // The GUI thread waits while the scene is synchronised: what is true then is in the frame.
    QObject::connect(
        &window, &QQuickWindow::beforeSynchronizing, &window,
        [progress, ready = std::move(ready)] { progress->readyWhenSynchronised = ready(); }, Qt::DirectConnection);
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, &window,
        [progress] {
            if (!progress->readyWhenSynchronised || progress->reported.exchange(true)) {
                return;
            }
            std::printf("painted %lld\n", monotonicNanoseconds());
            std::fflush(stdout);
            QMetaObject::invokeMethod(
                qApp,
                [] {
                    QTimer::singleShot(1500, qApp, [] {
                        std::printf("pss %s\n", pssInKilobytes().constData());
                        std::fflush(stdout);
                        QCoreApplication::quit();
                    });
                },
                Qt::QueuedConnection);
        },
        Qt::DirectConnection);
}

} // namespace bench
