// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

namespace base {

/// Why the store of secrets did not do what was asked.
enum class SecretError {
    NotFound, ///< it holds nothing under that name
    Refused, ///< locked and not unlocked, or access was denied: asking again may help
    Unavailable, ///< this system has none
    Failed, ///< anything else; the log has the system's words
};

/// Where the access token is kept between runs: the keychain of the operating system. Asks may take for ever (the
/// system shows a prompt and nobody is there): whoever asks goes on without the answer. GUI thread.
class SecretStore
{
public:
    using Read = std::function<void(const Result<QByteArray, SecretError> &)>;
    using Written = std::function<void(const Result<void, SecretError> &)>;

    virtual ~SecretStore() = default;
    /// `done` is called once, from the event loop, perhaps never; not after `context` died.
    virtual void read(const QString &name, QObject *context, Read done) = 0;
    virtual void write(const QString &name, const QByteArray &secret, QObject *context, Written done) = 0;
    /// Success as well if there was nothing.
    virtual void remove(const QString &name, QObject *context, Written done) = 0;
};

} // namespace base
