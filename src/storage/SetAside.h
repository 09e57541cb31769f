// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace storage {

/// Renames `<folder>/<name>.sqlite`, with its -wal and -shm, to `<name>.<why>-<n>.sqlite`; `n` counts up. False if that
/// cannot be done.
bool setAside(const QString &folder, const QString &name, const QString &why);

/// Deletes what was set aside under `name`, but for the newest.
void keepNewestSetAside(const QString &folder, const QString &name);

} // namespace storage
