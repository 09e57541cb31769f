// SPDX-License-Identifier: MIT
#pragma once

#include "session/Session.h"
#include "storage/SearchIndex.h"

#include <QObject>
#include <QPromise>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

class QThread;

namespace session {

/// Answers what is looked for in the stored names, in a thread of its own with a connection of its own, so that a
/// search never waits for the sync. Of two questions of a kind the later one wins: the earlier one is answered with
/// nothing, at once if it waits, after its step if it is being worked on. Every question is answered.
///
/// A cache that is kept in memory only cannot be read by another connection: then the core thread answers, a step per
/// turn of its event loop.
class NameSearch final : public QObject
{
    Q_OBJECT

public:
    using Names = base::Result<SearchAnswer, AskError>;
    using Chats = base::Result<QList<domain::ChatId>, AskError>;

    explicit NameSearch(QObject *parent = nullptr);
    /// Whoever waits is answered with NotOpen.
    ~NameSearch() override;

    // In the core thread:
    /// `cache` stays open until close().
    void open(storage::Database &cache, domain::UserId me);
    /// The cache's file is let go when it returns, after some milliseconds at most.
    void close();

    // In any thread:
    QFuture<Names> search(const SearchQuery &query);
    QFuture<Chats> chatsWith(domain::UserId user);

private:
    struct NamesAsked
    {
        QStringList words;
        std::optional<domain::ChatType> type;
        QPromise<Names> promise;
    };
    struct ChatsAsked
    {
        domain::UserId user;
        QPromise<Chats> promise;
    };
    /// What waits for an answer, the latest of each kind.
    struct Questions
    {
        std::optional<NamesAsked> names;
        std::optional<ChatsAsked> chats;

        bool isEmpty() const { return !names && !chats; }
    };
    struct Source
    {
        std::optional<QString> file; ///< nothing: in memory
        domain::UserId me;
    };
    struct Reader;

    void startThread();
    void work();
    void workOn(Questions questions, const Source &source, int generation, std::unique_ptr<Reader> &reader);
    void answerNames(NamesAsked &asked, storage::SearchIndex &index, int generation);
    /// Why the question that is being worked on need not be worked on any more.
    std::optional<Names> reasonToStop(int generation);
    /// With the mutex locked.
    void wake();
    void workInMemory();
    void stepInMemory();
    static void refuse(Questions questions, AskError error);

    std::mutex m_mutex; ///< guards what follows, up to the thread
    std::condition_variable m_woken;
    std::condition_variable m_letGo;
    std::optional<Source> m_source;
    int m_generation = 0; ///< counts open() and close()
    Questions m_waiting;
    bool m_isReading = false; ///< the thread has the file open
    bool m_isQuitting = false;
    bool m_isTurnDue = false; ///< workInMemory() was posted

    std::unique_ptr<QThread> m_thread;
    // Core thread only:
    std::unique_ptr<storage::SearchIndex> m_memory;
    std::optional<NamesAsked> m_current; ///< being answered out of m_memory
};

} // namespace session
