// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

/// Which addresses of pictures are asked for at all (docs/decisions/0008-pictures.md), and how QML names
/// them. Pure; any thread.
namespace media {

/// Where the picture at `address` may be fetched from: `https`, or `http` on this computer, with a host and without a
/// user name. Nothing for a missing address, "none", a relative one, and every other scheme: no request is made.
std::optional<QUrl> pictureUrl(const QString &address);

/// What QML's Image takes as its source: "image://picture/…", or "" where no request may be made (initials stay).
QString pictureSource(const QString &address);

/// The address inside a pictureSource(), without its "image://picture/"; "" if it is none of ours.
QString addressOfPictureId(const QString &id);

} // namespace media
