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
// A batch that has to be written again, because the disk is full, starts at its beginning.
constexpr qsizetype mostNewsTogether = 500;

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
    job.done.push_back(std::move(done));
    add(std::move(job));
}

void ChatQueue::storeNews(const domain::ChatBatch &batch, Done done)
{
    if (!takesMoreNews()) {
        Job job;
        job.news.emplace();
        add(std::move(job));
    }
    Job &job = m_jobs.back();
    join(job, batch);
    job.sum.entries = static_cast<int>(job.batch.chats.size());
    job.done.push_back(std::move(done));
}

/// What waits last is news, and not begun.
bool ChatQueue::takesMoreNews() const
{
    if (m_jobs.empty()) {
        return false;
    }
    const Job &last = m_jobs.back();
    return last.news && !last.writer && !last.inMemory && last.batch.chats.size() < mostNewsTogether;
}

void ChatQueue::join(Job &job, const domain::ChatBatch &batch)
{
    for (const domain::Chat &chat : batch.chats) {
        const auto known = job.news->chats.constFind(chat.id);
        if (known == job.news->chats.constEnd()) {
            job.news->chats.insert(chat.id, job.batch.chats.size());
            job.batch.chats.append(chat);
            continue;
        }
        domain::Chat &waiting = job.batch.chats[*known];
        // Without members they were left out, not gone.
        const QList<domain::Member> members = chat.members.isEmpty() ? waiting.members : chat.members;
        waiting = chat;
        waiting.members = members;
    }
    for (const domain::User &user : batch.users) {
        const auto known = job.news->users.constFind(user.id);
        if (known == job.news->users.constEnd()) {
            job.news->users.insert(user.id, job.batch.users.size());
            job.batch.users.append(user);
            continue;
        }
        domain::User &waiting = job.batch.users[*known];
        waiting.name = user.name.isEmpty() ? waiting.name : user.name;
        waiting.pictureUrl = user.pictureUrl.isEmpty() ? waiting.pictureUrl : user.pictureUrl;
    }
}

void ChatQueue::afterAll(std::function<void()> done)
{
    Job job;
    job.done.push_back([done = std::move(done)](const StoredBatch &) { done(); });
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
    Q_EMIT changed({{}, chats, {}});
}

void ChatQueue::show(const QList<domain::ChatRow> &rows)
{
    if (rows.isEmpty()) {
        return;
    }
    for (const domain::ChatRow &row : rows) {
        m_known.take(row);
    }
    Q_EMIT shown(rows);
}

std::optional<domain::ChatRow> ChatQueue::row(domain::ChatId chat)
{
    std::optional<domain::ChatRow> found;
    if (const auto stored = m_data.chats().row(chat); !stored) {
        m_data.recover(stored.error());
    } else {
        found = *stored;
    }
    if (found && m_known.standsAt(domain::ChatOrder::of(*found))) {
        return found;
    }
    // The disk may have refused what is shown.
    storage::ChatStore *memory = m_data.openedStopgap();
    const auto kept = memory ? memory->row(chat).valueOr(std::nullopt) : std::nullopt;
    return kept ? kept : found;
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
    ChatListChange change{stored.changed, {}, {}};
    for (const domain::ChatRow &row : stored.changed) {
        if (isNews(job, row)) {
            change.news.append(row.id);
        }
        const auto effect = m_known.take(row);
        job.sum.moved |= effect != KnownChats::Effect::None;
        job.sum.added += effect == KnownChats::Effect::Added ? 1 : 0;
    }
    if (!change.changed.isEmpty()) {
        Q_EMIT changed(change);
    }
}

bool ChatQueue::isNews(const Job &job, const domain::ChatRow &row) const
{
    if (row.unreadCount == 0 || !row.lastMessageAt) {
        return false;
    }
    const auto known = m_known.find(row.id);
    return known ? known->lastMessageAt < row.lastMessageAt : job.news.has_value();
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
    for (const Done &done : job.done) {
        if (done) {
            done(job.sum);
        }
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
