// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace storage {

/// Why the disk did not do what was asked.
enum class StoreError {
    CannotOpen, ///< no such folder, no permission
    Locked, ///< another program holds the database
    Damaged, ///< not a database, or its pages are broken
    Newer, ///< written by a later version of this program
    DiskFull,
    Failed, ///< anything else; the log has SQLite's words
};

} // namespace storage
