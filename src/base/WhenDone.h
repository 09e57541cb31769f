// SPDX-License-Identifier: MIT
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace base {

/// Calls `done(result)` in the thread of `context` when `future` has a result; never after `context` died, and not if
/// the future was cancelled. (QFuture::then with a context asserts in Qt 6.4 if the context is destroyed first.)
template <class T, class Done> void whenDone(const QFuture<T> &future, QObject *context, Done done)
{
    // A child of the context: it dies with it and takes the callback along.
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        QFuture<T> finished = watcher->future();
        // Cancelled, or the result was taken by somebody who holds another copy of this future.
        if (finished.isValid() && finished.resultCount() > 0) {
            done(finished.takeResult());
        }
    });
    watcher->setFuture(future);
}

} // namespace base
