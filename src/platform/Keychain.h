// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/SecretStore.h"

#include <functional>

namespace QKeychain {
class Job;
}

namespace platform {

/// The keychain of the operating system: Secret Service or KWallet on Linux, the Keychain of macOS, the credential
/// store of Windows (docs/decisions/0009-qtkeychain.md). Never a file: where there is none, Unavailable.
///
/// Asks are answered in their order: one that waits for a prompt holds up those that follow. Outlives its contexts.
class Keychain final : public base::SecretStore
{
public:
    /// `service` is what people see in their keychain's own program.
    explicit Keychain(QString service = QStringLiteral("OpenTrip Chat"));

    void read(const QString &name, QObject *context, Read done) override;
    void write(const QString &name, const QByteArray &secret, QObject *context, Written done) override;
    void remove(const QString &name, QObject *context, Written done) override;

private:
    using Finished = std::function<void(QKeychain::Job *, const base::Result<void, base::SecretError> &)>;
    using MakeJob = std::function<QKeychain::Job *()>;
    void start(const MakeJob &make, const QString &name, QObject *context, const Finished &finished);
    void start(const MakeJob &make, const QString &name, QObject *context, const Finished &finished, bool isLast);

    QString m_service;
};

} // namespace platform
