// SPDX-License-Identifier: MIT
#pragma once

#include "session/AccountData.h"
#include "session/KnownChats.h"
#include "storage/ChatWriter.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <optional>

namespace session {

/// What became of one batch.
struct StoredBatch
{
    int entries = 0; ///< chats in the batch
    int unchanged = 0; ///< of them, stored just so already
    int added = 0; ///< chats not known before
    bool moved = false; ///< a chat was added, or stands elsewhere in the list now

    bool isWhollyUnchanged() const { return entries > 0 && unchanged == entries; }
};

/// The only writer of the chat list: whatever the server says is stored in the order in which it came, in slices of
/// some milliseconds, one or two per turn of the event loop, and then told to the screen.
///
/// What the disk refuses is shown all the same, out of memory.
class ChatQueue final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const StoredBatch &)>;

    /// `data` outlives this.
    explicit ChatQueue(AccountData &data, QObject *parent = nullptr);
    ~ChatQueue() override;

    /// `done` is called once the batch is stored (or given up), from the event loop; not after this died.
    void store(domain::ChatBatch batch, Done done = {});
    /// Calls `done` when all that was queued before is stored.
    void afterAll(std::function<void()> done);
    /// At once.
    void remove(const QList<domain::ChatId> &chats);
    /// Rows that are in the store already: shown, not written.
    void show(const QList<domain::ChatRow> &rows);

    const KnownChats &known() const { return m_known; }

Q_SIGNALS:
    void changed(const session::ChatListChange &change);

private:
    struct Job
    {
        domain::ChatBatch batch;
        Done done;
        std::optional<storage::ChatWriter> writer;
        StoredBatch sum;
        bool inMemory = false;
    };

    void add(Job job);
    void work();
    void workOnFirst();
    bool openWriter(Job &job);
    void writeSlice(Job &job);
    void takeSlice(Job &job, const storage::ChatsStored &stored);
    void failSlice(storage::StoreError error);
    void finishFirst();
    void letGo();

    AccountData &m_data;
    KnownChats m_known;
    std::deque<Job> m_jobs;
    QTimer m_turn;
};

} // namespace session
