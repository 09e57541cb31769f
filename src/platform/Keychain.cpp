// SPDX-License-Identifier: MIT
#include "platform/Keychain.h"

#include "base/Log.h"
#include "platform/KeychainFault.h"

#include <qt6keychain/keychain.h>

#include <utility>

namespace platform {

namespace {

using base::SecretError;

SecretError wordFor(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return SecretError::NotFound;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return SecretError::Refused;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return SecretError::Unavailable;
    default:
        return SecretError::Failed;
    }
}

} // namespace

Keychain::Keychain(QString service) : m_service(std::move(service))
{
}

void Keychain::start(const MakeJob &make, const QString &name, QObject *context, const Finished &finished)
{
    start(make, name, context, finished, false);
}

void Keychain::start(const MakeJob &make, const QString &name, QObject *context, const Finished &finished, bool isLast)
{
    QKeychain::Job *job = make();
    job->setKey(name);
    job->setInsecureFallback(false);
    // Jobs delete themselves once they have finished, and must not be deleted before: the system's library still
    // writes to one that waits for a prompt.
    QObject::connect(job, &QKeychain::Job::finished, context, [=, this](QKeychain::Job *done) {
        if (done->error() == QKeychain::NoError) {
            finished(done, {});
            return;
        }
        qCWarning(logPlatform) << "keychain: error" << done->error() << done->errorString();
        const SecretError fault = wordFor(done->error());
        if (fault == SecretError::Failed && !isLast && forgetKeychainConnection()) {
            start(make, name, context, finished, true);
            return;
        }
        explainKeychainFault(fault, {m_service, name}, context,
            [finished](SecretError explained) { finished(nullptr, base::Failure{explained}); });
    });
    job->start();
}

void Keychain::read(const QString &name, QObject *context, Read done)
{
    const auto make = [service = m_service] { return new QKeychain::ReadPasswordJob(service); };
    start(make, name, context, [done = std::move(done)](QKeychain::Job *finished, const auto &result) {
        if (!result) {
            done(base::Failure{result.error()});
            return;
        }
        done(static_cast<QKeychain::ReadPasswordJob *>(finished)->textData().toUtf8());
    });
}

void Keychain::write(const QString &name, const QByteArray &secret, QObject *context, Written done)
{
    const auto make = [service = m_service, secret] {
        auto *job = new QKeychain::WritePasswordJob(service);
        // As text: people can read and repair it in their keychain's own program.
        job->setTextData(QString::fromUtf8(secret));
        return job;
    };
    start(make, name, context, [done = std::move(done)](QKeychain::Job *, const auto &result) { done(result); });
}

void Keychain::remove(const QString &name, QObject *context, Written done)
{
    const auto make = [service = m_service] { return new QKeychain::DeletePasswordJob(service); };
    start(make, name, context, [done = std::move(done)](QKeychain::Job *, const auto &result) {
        const bool gone = result.hasValue() || result.error() == SecretError::NotFound;
        done(gone ? base::Result<void, SecretError>() : result);
    });
}

} // namespace platform
