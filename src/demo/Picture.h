// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QtGlobal>

namespace demo {

/// What a picture of the demo shows. The same subject looks the same at every size.
struct PictureSubject
{
    enum Kind {
        Mountain, ///< a volcano behind layers of mist
        Sea, ///< islands, palms, boats
        Country, ///< rice terraces, temples, forest
        Portrait, ///< somebody friendly
        Batik, ///< a pattern
    };

    Kind kind = Mountain;
    quint32 seed = 0;

    bool operator==(const PictureSubject &) const = default;
};

/// Draws it, `side` pixels wide and high. No two subjects look alike. May be called in any thread.
QImage drawPicture(const PictureSubject &subject, int side);
/// drawPicture() as PNG.
QByteArray encodedPicture(const PictureSubject &subject, int side);

} // namespace demo
