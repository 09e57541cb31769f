// SPDX-License-Identifier: MIT
#pragma once

#include "session/AccountData.h"
#include "session/KnownChats.h"
#include "storage/ChatWriter.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <optional>
#include <vector>

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
    /// As store(), of what the server told by an event. A flood is written together: of several states of a chat that
    /// wait, only the latest.
    void storeNews(const domain::ChatBatch &batch, Done done = {});
    /// Calls `done` when all that was queued before is stored.
    void afterAll(std::function<void()> done);
    /// At once.
    void remove(const QList<domain::ChatId> &chats);
    /// Rows that are in the store already: shown, not written.
    void show(const QList<domain::ChatRow> &rows);

    const KnownChats &known() const { return m_known; }
    /// The row as it is shown, on disk or in memory.
    std::optional<domain::ChatRow> row(domain::ChatId chat);

Q_SIGNALS:
    void changed(const session::ChatListChange &change);
    /// By show().
    void shown(const QList<domain::ChatRow> &rows);

private:
    /// Where each chat and user of a batch of news stands.
    struct NewsIndex
    {
        QHash<domain::ChatId, qsizetype> chats;
        QHash<domain::UserId, qsizetype> users;
    };
    struct Job
    {
        domain::ChatBatch batch;
        std::vector<Done> done;
        std::optional<NewsIndex> news; ///< only of what events told
        std::optional<storage::ChatWriter> writer;
        StoredBatch sum;
        bool inMemory = false;
    };

    void add(Job job);
    bool takesMoreNews() const;
    static void join(Job &job, const domain::ChatBatch &batch);
    bool isNews(const Job &job, const domain::ChatRow &row) const;
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
