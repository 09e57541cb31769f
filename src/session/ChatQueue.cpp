// SPDX-License-Identifier: MIT
#include "session/ChatQueue.h"

#include "base/Log.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace session {

namespace {

// A slice takes about 5 ms on a small laptop; no further one is begun after this, so that a turn stays below 20 ms.
constexpr qint64 turnMilliseconds = 8;

} // namespace

ChatQueue::ChatQueue(AccountData &data, QObject *parent) : QObject(parent), m_data(data)
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &ChatQueue::work);
    connect(&data, &AccountData::cacheClosing, this, &ChatQueue::letGo);
}

ChatQueue::~ChatQueue() = default;

void ChatQueue::store(domain::ChatBatch batch, Done done)
{
    Job job;
    job.sum.entries = static_cast<int>(batch.chats.size());
    job.batch = std::move(batch);
    job.done = std::move(done);
    add(std::move(job));
}

void ChatQueue::afterAll(std::function<void()> done)
{
    Job job;
    job.done = [done = std::move(done)](const StoredBatch &) { done(); };
    add(std::move(job));
}

void ChatQueue::add(Job job)
{
    m_jobs.push_back(std::move(job));
    if (!m_turn.isActive()) {
        m_turn.start();
    }
}

void ChatQueue::remove(const QList<domain::ChatId> &chats)
{
    if (chats.isEmpty()) {
        return;
    }
    if (const auto removed = m_data.chats().remove(chats); !removed) {
        m_data.recover(removed.error());
    }
    m_known.forget(chats);
    Q_EMIT changed({{}, chats});
}

void ChatQueue::show(const QList<domain::ChatRow> &rows)
{
    if (rows.isEmpty()) {
        return;
    }
    for (const domain::ChatRow &row : rows) {
        m_known.take(row);
    }
    Q_EMIT changed({rows, {}});
}

void ChatQueue::work()
{
    QElapsedTimer elapsed;
    elapsed.start();
    while (!m_jobs.empty() && elapsed.elapsed() < turnMilliseconds) {
        workOnFirst();
    }
    if (!m_jobs.empty()) {
        m_turn.start();
    }
}

void ChatQueue::workOnFirst()
{
    Job &job = m_jobs.front();
    if (job.batch.chats.isEmpty() && job.batch.users.isEmpty()) {
        finishFirst();
    } else if (openWriter(job)) {
        writeSlice(job);
    } else {
        qCWarning(logSession) << "chats could be kept neither on disk nor in memory";
        finishFirst();
    }
}

bool ChatQueue::openWriter(Job &job)
{
    if (job.writer) {
        return true;
    }
    storage::ChatStore *store = job.inMemory ? m_data.stopgap() : &m_data.chats();
    if (!store) {
        return false;
    }
    if (job.inMemory) {
        // The stopgap began empty and cannot tell what is news: what stands where it stood is not.
        job.sum.unchanged = static_cast<int>(std::count_if(job.batch.chats.begin(), job.batch.chats.end(),
            [this](const domain::Chat &chat) { return m_known.standsAt(domain::ChatOrder::of(chat)); }));
    }
    // The batch stays with the job (its lists are shared): it is written again from its start if the cache breaks.
    job.writer.emplace(*store, job.batch);
    return true;
}

void ChatQueue::writeSlice(Job &job)
{
    const auto stored = job.writer->writeSome();
    if (!stored) {
        failSlice(stored.error());
        return;
    }
    const bool done = job.writer->isDone();
    takeSlice(job, *stored);
    if (done) {
        if (!job.inMemory) {
            m_data.noteStored();
        }
        finishFirst();
    }
}

void ChatQueue::takeSlice(Job &job, const storage::ChatsStored &stored)
{
    if (!job.inMemory) {
        job.sum.unchanged += stored.unchanged;
    }
    for (const domain::ChatRow &row : stored.changed) {
        const auto effect = m_known.take(row);
        job.sum.moved |= effect != KnownChats::Effect::None;
        job.sum.added += effect == KnownChats::Effect::Added ? 1 : 0;
    }
    if (!stored.changed.isEmpty()) {
        Q_EMIT changed({stored.changed, {}});
    }
}

void ChatQueue::failSlice(storage::StoreError error)
{
    Job &job = m_jobs.front();
    const bool wasInMemory = job.inMemory;
    job.writer.reset();
    if (wasInMemory) {
        qCWarning(logSession) << "chats could be kept neither on disk nor in memory";
        finishFirst();
        return;
    }
    // From its start, on the new cache or in memory. Rows that were shown already are shown again, which harms nobody.
    job.sum = {job.sum.entries, 0, 0, job.sum.moved};
    job.inMemory = !m_data.recover(error);
}

void ChatQueue::finishFirst()
{
    const Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    if (job.done) {
        job.done(job.sum);
    }
}

void ChatQueue::letGo()
{
    for (Job &job : m_jobs) {
        job.writer.reset();
        job.sum = {job.sum.entries, 0, 0, job.sum.moved};
    }
}

} // namespace session
