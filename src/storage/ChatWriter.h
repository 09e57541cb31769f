// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "domain/Chat.h"
#include "storage/ChatStore.h"
#include "storage/StoreError.h"

#include <memory>

namespace storage {

/// Stores one batch in slices, so that the core thread never spends more than some milliseconds on it: call
/// writeSome() once per turn of the event loop until isDone().
///
///     ChatWriter writer(store, std::move(batch));
///     const auto stored = writer.writeSome(); // then again from a zero timer while !writer.isDone()
///
/// Each slice is a transaction of its own. The members of a big group may be spread over slices; its row in the list
/// changes with the last of them, so that a writer given up half-way (or a program that was killed) leaves the chat as
/// not yet stored, and storing it again repairs it. Other writes may come between two slices, of the same chats too:
/// the later slice wins.
class ChatWriter
{
public:
    /// About 5 ms of work on a small laptop.
    static constexpr int rowsPerSlice = 400;

    /// `store` outlives this.
    ChatWriter(ChatStore &store, domain::ChatBatch batch);
    ~ChatWriter();
    ChatWriter(ChatWriter &&) noexcept;
    ChatWriter &operator=(ChatWriter &&) noexcept;

    /// Writes until about `rows` rows of any table were written (at least one step, so that it always gets on), and
    /// says what this slice did. On an error this slice is undone; it may be called again.
    base::Result<ChatsStored, StoreError> writeSome(int rows = rowsPerSlice);
    /// True if nothing is left to be written: writeSome() does nothing then.
    bool isDone() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace storage
