// SPDX-License-Identifier: MIT
#pragma once

#include "api/ChatPage.h"
#include "domain/Ids.h"

#include <QByteArray>

namespace api {

/// The JSON of the argument of `get_list_chat`: `{offset, limit, sort}`, newest message first.
QByteArray listChatsArgument(const ListQuery &query);

/// An id as the service wants it in an argument: a bare JSON string.
template <class Tag> QByteArray idArgument(base::Id<Tag> id)
{
    return '"' + id.toHex() + '"';
}

} // namespace api
