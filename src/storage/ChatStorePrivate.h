// SPDX-License-Identifier: MIT
#pragma once

#include "storage/ChatStore.h"
#include "storage/ChatTables.h"
#include "storage/NamedMembers.h"

namespace storage {

/// What a ChatStore shares with the ChatWriters on it.
class ChatStore::Private
{
public:
    Private(Database &cache, domain::UserId me) : tables(cache, me), named(cache) { }

    ChatTables tables;
    NamedMembers named;
};

} // namespace storage
