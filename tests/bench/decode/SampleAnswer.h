// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace bench {

/// The Socket.IO packet of a `get_list_chat` answer: `chats` groups with `members` members each, every documented field
/// present, compact as a server writes it. The people come from a crowd three times the size of a group, so that some
/// of them are members of several.
QByteArray sampleAnswer(int chats, int members);

} // namespace bench
