// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace media {

/// What pictures cost so far. For tests and benchmarks.
struct PictureCounts
{
    qint64 requests = 0; ///< requests sent, those that follow a redirect included
    qint64 decoded = 0; ///< pictures decoded, each size counted
    qint64 diskHits = 0; ///< pictures read from the disk instead of fetched
    qint64 bytesInMemory = 0; ///< decoded pictures now in memory
};

} // namespace media
