// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Database.h"

#include <span>

namespace storage {

/// The schema of the cache database: everything in it can be fetched from the server again.
std::span<const Migration> cacheMigrations();

} // namespace storage
