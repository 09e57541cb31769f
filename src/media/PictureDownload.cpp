// SPDX-License-Identifier: MIT
#include "media/PictureDownload.h"

#include "base/Log.h"
#include "media/PictureAddress.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

#include <utility>

namespace media {

namespace {

// Where Qt stops reading ahead of us while this thread is busy.
constexpr qint64 readAhead = 1024 * 1024;

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request(url);
    // Redirects are followed here, where the rule is ours and each step is counted.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("OpenTripChat"));
    request.setRawHeader("Accept", "image/*");
    // Said by us, so that Qt unpacks nothing: a few bytes of gzip can be gigabytes.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Accept-Language", "*");
    return request;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isSameServer(const QUrl &a, const QUrl &b)
{
    const int standardPort = a.scheme() == QLatin1String("https") ? 443 : 80;
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port(standardPort) == b.port(standardPort);
}

/// What Qt's error means, if no answer had begun.
DownloadError meaningOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return DownloadError::CutOff;
    default:
        return DownloadError::Refused;
    }
}

} // namespace

PictureDownload::PictureDownload(
    QNetworkAccessManager &network, base::Clock &clock, const PictureLimits &limits, const QUrl &url, QObject *parent)
    : QObject(parent), m_network(network), m_limits(limits), m_url(url), m_stillness(clock.createTimer()),
      m_deadline(clock.createTimer())
{
}

PictureDownload::~PictureDownload()
{
    stop();
}

void PictureDownload::start()
{
    m_deadline->start(m_limits.longestDownload, [this] { fail(DownloadError::Refused, "it takes too long"); });
    send(m_url);
}

void PictureDownload::stop()
{
    m_deadline->stop();
    leaveReply();
}

void PictureDownload::send(const QUrl &url)
{
    m_hasHeaders = false;
    noteProgress();
    m_reply = m_network.get(requestFor(url));
    m_reply->setReadBufferSize(readAhead);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &PictureDownload::readHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &PictureDownload::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &PictureDownload::readEnd);
    Q_EMIT requested();
}

void PictureDownload::noteProgress()
{
    m_stillness->start(m_limits.stillness, [this] { fail(DownloadError::CutOff, "nothing comes any more"); });
}

void PictureDownload::readHeaders()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_hasHeaders || status == 0) {
        return;
    }
    m_hasHeaders = true;
    noteProgress();
    // Decided by the headers alone: the body of an error or of a redirect may be endless.
    if (isRedirect(status)) {
        followRedirect();
    } else if (status != 200) {
        fail(DownloadError::Refused, "the server refuses");
    } else if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_limits.downloadBytes) {
        fail(DownloadError::Refused, "it is too large");
    }
}

void PictureDownload::followRedirect()
{
    const QUrl from = m_reply->url();
    const QUrl location = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    const auto to = pictureUrl(QString::fromLatin1(from.resolved(location).toEncoded()));
    if (location.isEmpty() || !to || !isSameServer(*to, from) || ++m_redirects > m_limits.redirects) {
        fail(DownloadError::Refused, "it is redirected elsewhere, or too often");
        return;
    }
    leaveReply(); // the deadline goes on
    send(*to);
}

void PictureDownload::readBody()
{
    if (!m_reply) {
        return;
    }
    readHeaders();
    if (!m_reply || !m_hasHeaders) {
        return;
    }
    const QByteArray part = m_reply->readAll();
    if (part.isEmpty()) {
        return;
    }
    noteProgress();
    if (m_bytes.size() + part.size() > m_limits.downloadBytes) {
        fail(DownloadError::Refused, "it is too large");
        return;
    }
    m_bytes += part;
}

void PictureDownload::readEnd()
{
    if (m_reply->error() == QNetworkReply::NoError) {
        readBody();
    }
    if (!m_reply) {
        return;
    }
    const auto error = m_reply->error();
    if (error == QNetworkReply::NoError && m_hasHeaders) {
        stop();
        Q_EMIT succeeded(std::exchange(m_bytes, {}));
    } else {
        // An answer that breaks off is the server's doing; a network that is gone says nothing at all.
        fail(m_hasHeaders ? DownloadError::Refused : meaningOf(error), "the connection ended");
    }
}

void PictureDownload::fail(DownloadError error, const char *reason)
{
    qCDebug(logMedia) << "a picture cannot be fetched:" << reason << (m_reply ? m_reply->error() : 0);
    stop();
    m_bytes.clear();
    Q_EMIT failed(error);
}

void PictureDownload::leaveReply()
{
    m_stillness->stop();
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        // Its destructor aborts it; abort() in the middle of its own signals confuses Qt.
        reply->disconnect(this);
        reply->deleteLater();
    }
}

} // namespace media
