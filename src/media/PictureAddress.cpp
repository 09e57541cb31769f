// SPDX-License-Identifier: MIT
#include "media/PictureAddress.h"

#include <QHostAddress>

namespace media {

namespace {

// Longer than any real address; a hostile one is stored with its chat and comes back with every row.
constexpr qsizetype longestAddress = 2048;

constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

bool isThisComputer(const QString &host)
{
    if (host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0) {
        return true;
    }
    QHostAddress address;
    return address.setAddress(host) && address.isLoopback();
}

} // namespace

std::optional<QUrl> pictureUrl(const QString &address)
{
    // Before any parsing: most rows have no picture, or "none".
    if (address.size() > longestAddress || !address.startsWith(QLatin1String("http"), Qt::CaseInsensitive)) {
        return std::nullopt;
    }
    QUrl url(address);
    // A bare "@" is an empty user name, which QUrl drops without a word: no real address of a picture has one there.
    const bool hasUser = address.section(QLatin1Char('/'), 2, 2).contains(QLatin1Char('@'));
    if (!url.isValid() || url.host().isEmpty() || hasUser || !url.userInfo().isEmpty()) {
        return std::nullopt;
    }
    const bool isAllowed =
        url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isThisComputer(url.host()));
    if (!isAllowed) {
        return std::nullopt;
    }
    url.setFragment(QString());
    return url;
}

QString pictureSource(const QString &address)
{
    if (!pictureUrl(address)) {
        return {};
    }
    // Base64: QML hands a provider the *decoded* path of the source, in which an address would not survive.
    return QStringLiteral("image://picture/") + QString::fromLatin1(address.toUtf8().toBase64(encoding));
}

QString addressOfPictureId(const QString &id)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(id.toLatin1(), encoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? QString::fromUtf8(*decoded) : QString();
}

} // namespace media
