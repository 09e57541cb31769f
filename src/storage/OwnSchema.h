// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Database.h"

#include <span>

namespace storage {

/// The schema of the own database: what exists nowhere else.
std::span<const Migration> ownMigrations();

} // namespace storage
