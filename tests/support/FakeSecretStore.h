// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/SecretStore.h"

#include <QList>
#include <QMap>
#include <QPointer>

#include <optional>
#include <utility>

namespace support {

/// A keychain in memory that answers from the event loop, refuses, or keeps everybody waiting, as a test wants.
class FakeSecretStore final : public base::SecretStore
{
public:
    using Error = base::SecretError;

    void read(const QString &name, QObject *context, Read done) override
    {
        ++reads;
        ask(context, [this, name, done = std::move(done)] {
            if (error) {
                done(base::Failure{*error});
            } else if (!secrets.contains(name)) {
                done(base::Failure{Error::NotFound});
            } else {
                done(secrets.value(name));
            }
        });
    }
    void write(const QString &name, const QByteArray &secret, QObject *context, Written done) override
    {
        ++writes;
        ask(context, [this, name, secret, done = std::move(done)] {
            if (error) {
                done(base::Failure{*error});
                return;
            }
            secrets.insert(name, secret);
            done({});
        });
    }
    void remove(const QString &name, QObject *context, Written done) override
    {
        ++removals;
        ask(context, [this, name, done = std::move(done)] {
            if (error) {
                done(base::Failure{*error});
                return;
            }
            secrets.remove(name);
            done({});
        });
    }

    /// Somebody answered the prompt: whatever waits is done, and what follows is done at once.
    void answer()
    {
        silent = false;
        for (const Asked &asked : std::exchange(m_waiting, {})) {
            ask(asked.context, asked.act);
        }
    }
    qsizetype waiting() const { return m_waiting.size(); }

    QMap<QString, QByteArray> secrets;
    std::optional<Error> error; ///< of every ask
    bool silent = false; ///< nothing is answered until answer()
    int reads = 0;
    int writes = 0;
    int removals = 0;

private:
    struct Asked
    {
        QPointer<QObject> context;
        std::function<void()> act;
    };

    void ask(QObject *context, const std::function<void()> &act)
    {
        if (silent) {
            m_waiting += Asked{context, act};
        } else if (context) {
            QMetaObject::invokeMethod(context, act, Qt::QueuedConnection);
        }
    }

    QList<Asked> m_waiting;
};

} // namespace support
