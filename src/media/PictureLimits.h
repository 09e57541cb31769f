// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>

namespace media {

/// How much of everything pictures may take. A test uses smaller ones.
struct PictureLimits
{
    int downloads = 6; ///< at once
    qint64 downloadBytes = 10 * 1024 * 1024; ///< one picture
    int redirects = 3;
    std::chrono::milliseconds stillness{30'000}; ///< a download without progress ends
    std::chrono::milliseconds longestDownload{300'000}; ///< so does one that drips
    std::chrono::milliseconds failureMemory{600'000}; ///< an address that failed is not asked again for so long
    std::chrono::milliseconds firstRetry{5'000}; ///< after having been cut off; doubles up to lastRetry
    std::chrono::milliseconds lastRetry{60'000};
    qint64 diskBytes = 200 * 1024 * 1024;
    qsizetype memoryBytes = 24 * 1024 * 1024; ///< decoded
};

} // namespace media
