// SPDX-License-Identifier: MIT
#include "session/NameSearch.h"

#include "domain/Search.h"
#include "storage/CacheSchema.h"

#include <QThread>

#include <utility>

namespace session {

namespace {

template <class Asked, class Answer> void finish(Asked &asked, Answer answer)
{
    asked.promise.addResult(std::move(answer));
    asked.promise.finish();
}

SearchAnswer answerOf(storage::NamesFound found)
{
    SearchAnswer answer{std::move(found.chats), {}};
    answer.people.reserve(found.people.size());
    for (storage::PersonFound &person : found.people) {
        answer.people.append({std::move(person.user), person.privateChat, person.sharedChats});
    }
    return answer;
}

NameSearch::Chats chatsOf(storage::SearchIndex &index, domain::UserId user)
{
    auto chats = index.chatsWith(user);
    if (!chats) {
        return base::Failure{AskError::Failed};
    }
    return *std::move(chats);
}

} // namespace

/// The thread's own connection.
struct NameSearch::Reader
{
    int generation;
    std::unique_ptr<storage::Database> cache;
    storage::SearchIndex index;
};

NameSearch::NameSearch(QObject *parent) : QObject(parent)
{
}

NameSearch::~NameSearch()
{
    close();
    if (m_thread) {
        {
            const std::lock_guard lock(m_mutex);
            m_isQuitting = true;
        }
        m_woken.notify_all();
        m_thread->wait();
    }
}

void NameSearch::open(storage::Database &cache, domain::UserId me)
{
    close();
    const std::optional<QString> file = cache.file();
    if (!file) {
        m_memory = std::make_unique<storage::SearchIndex>(cache, me);
    } else {
        startThread();
    }
    const std::lock_guard lock(m_mutex);
    m_source = Source{file, me};
    ++m_generation;
}

void NameSearch::close()
{
    Questions refused;
    {
        std::unique_lock lock(m_mutex);
        m_source.reset();
        ++m_generation;
        refused = std::exchange(m_waiting, {});
        m_woken.notify_all();
        m_letGo.wait(lock, [this] { return !m_isReading; });
    }
    m_memory.reset();
    if (auto current = std::exchange(m_current, std::nullopt)) {
        finish(*current, Names(base::Failure{AskError::NotOpen}));
    }
    refuse(std::move(refused), AskError::NotOpen);
}

QFuture<NameSearch::Names> NameSearch::search(const SearchQuery &query)
{
    NamesAsked asked{domain::searchWords(query.words), query.type, {}};
    asked.promise.start();
    const auto future = asked.promise.future();
    std::optional<NamesAsked> earlier(std::move(asked));
    Names answer = base::Failure{AskError::NotOpen};
    {
        const std::lock_guard lock(m_mutex);
        if (m_source) {
            std::swap(m_waiting.names, earlier);
            answer = SearchAnswer();
            wake();
        }
    }
    if (earlier) {
        finish(*earlier, std::move(answer));
    }
    return future;
}

QFuture<NameSearch::Chats> NameSearch::chatsWith(domain::UserId user)
{
    ChatsAsked asked{user, {}};
    asked.promise.start();
    const auto future = asked.promise.future();
    std::optional<ChatsAsked> earlier(std::move(asked));
    Chats answer = base::Failure{AskError::NotOpen};
    {
        const std::lock_guard lock(m_mutex);
        if (m_source) {
            std::swap(m_waiting.chats, earlier);
            answer = QList<domain::ChatId>();
            wake();
        }
    }
    if (earlier) {
        finish(*earlier, std::move(answer));
    }
    return future;
}

void NameSearch::wake()
{
    if (m_source->file) {
        m_woken.notify_all();
    } else if (!std::exchange(m_isTurnDue, true)) {
        QMetaObject::invokeMethod(this, &NameSearch::workInMemory, Qt::QueuedConnection);
    }
}

void NameSearch::startThread()
{
    if (!m_thread) {
        m_thread.reset(QThread::create([this] { work(); }));
        m_thread->setObjectName(QStringLiteral("search"));
        m_thread->start();
    }
}

void NameSearch::work()
{
    std::unique_ptr<Reader> reader;
    std::unique_lock lock(m_mutex);
    for (;;) {
        const auto isOld = [&] { return reader && reader->generation != m_generation; };
        const auto hasWork = [&] { return m_source && m_source->file && !m_waiting.isEmpty(); };
        m_woken.wait(lock, [&] { return m_isQuitting || isOld() || hasWork(); });
        if (isOld()) {
            // Under the lock: close() waits for just this.
            reader.reset();
            m_isReading = false;
            m_letGo.notify_all();
            continue;
        }
        if (m_isQuitting) {
            return;
        }
        Questions questions = std::exchange(m_waiting, {});
        const Source source = *m_source;
        const int generation = m_generation;
        m_isReading = true;
        lock.unlock();
        workOn(std::move(questions), source, generation, reader);
        lock.lock();
        if (!reader) {
            m_isReading = false;
            m_letGo.notify_all();
        }
    }
}

void NameSearch::workOn(Questions questions, const Source &source, int generation, std::unique_ptr<Reader> &reader)
{
    if (!reader) {
        auto cache = storage::Database::openReader(*source.file, storage::cacheMigrations());
        if (!cache) {
            refuse(std::move(questions), AskError::Failed);
            return;
        }
        storage::Database &database = **cache;
        reader.reset(new Reader{generation, *std::move(cache), storage::SearchIndex(database, source.me)});
    }
    if (questions.chats) {
        finish(*questions.chats, chatsOf(reader->index, questions.chats->user));
    }
    if (questions.names) {
        answerNames(*questions.names, reader->index, generation);
    }
}

void NameSearch::answerNames(NamesAsked &asked, storage::SearchIndex &index, int generation)
{
    index.start(asked.words, asked.type);
    while (!index.isDone()) {
        if (auto stopped = reasonToStop(generation)) {
            finish(asked, *std::move(stopped));
            return;
        }
        if (!index.goOn()) {
            finish(asked, Names(base::Failure{AskError::Failed}));
            return;
        }
    }
    finish(asked, Names(answerOf(index.take())));
}

std::optional<NameSearch::Names> NameSearch::reasonToStop(int generation)
{
    const std::lock_guard lock(m_mutex);
    if (generation != m_generation) {
        return Names(base::Failure{AskError::NotOpen});
    }
    return m_waiting.names ? std::optional(Names(SearchAnswer())) : std::nullopt;
}

/// One step.
void NameSearch::workInMemory()
{
    Questions questions;
    {
        const std::lock_guard lock(m_mutex);
        m_isTurnDue = false;
        if (!m_source || m_source->file) {
            return;
        }
        questions = std::exchange(m_waiting, {});
    }
    if (questions.chats) {
        finish(*questions.chats, chatsOf(*m_memory, questions.chats->user));
    }
    if (questions.names) {
        if (m_current) {
            finish(*m_current, Names(SearchAnswer()));
        }
        m_current = std::move(questions.names);
        m_memory->start(m_current->words, m_current->type);
    }
    stepInMemory();
}

void NameSearch::stepInMemory()
{
    if (!m_current) {
        return;
    }
    if (!m_memory->isDone()) {
        if (!m_memory->goOn()) {
            finish(*m_current, Names(base::Failure{AskError::Failed}));
            m_current.reset();
            return;
        }
        const std::lock_guard lock(m_mutex);
        wake();
        return;
    }
    finish(*m_current, Names(answerOf(m_memory->take())));
    m_current.reset();
}

void NameSearch::refuse(Questions questions, AskError error)
{
    if (questions.names) {
        finish(*questions.names, Names(base::Failure{error}));
    }
    if (questions.chats) {
        finish(*questions.chats, Chats(base::Failure{error}));
    }
}

} // namespace session
