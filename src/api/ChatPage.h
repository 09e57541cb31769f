// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Chat.h"

namespace api {

/// A `ListQuery` for `get_list_chat`; sorted by newest message.
struct ListQuery
{
    int offset = 0;
    int limit = 20;
};

/// One page of `get_list_chat`: what could be read, and how many entries the server sent (`received` ≥ chats.size():
/// malformed entries are left out but count for paging).
struct ChatPage
{
    domain::ChatBatch batch;
    int received = 0;
};

} // namespace api
