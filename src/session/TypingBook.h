// SPDX-License-Identifier: MIT
#pragma once

#include "api/Service.h"
#include "base/seams/Clock.h"
#include "domain/TypingRule.h"
#include "session/AccountData.h"
#include "session/KnownChats.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <utility>

namespace session {

/// Who writes in which chat right now (docs/PROTOCOL.md, "Who is typing").
///
/// Anybody may claim anything about any chat, as often as they like: what comes is only noted, the same words of a chat
/// once, and looked into every tenth of a second, a few lookups at a time. What is too much is dropped.
class TypingBook final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds pace{100};
    /// Questions to the store in one turn: each takes at most some milliseconds.
    static constexpr int mostLookups = 4;
    static constexpr int mostChats = 64;
    static constexpr int mostTexts = 8; ///< of one chat

    /// All outlive this.
    TypingBook(api::Service &service, AccountData &data, const KnownChats &known, base::Clock &clock,
        QObject *parent = nullptr);
    ~TypingBook() override;

    /// The connection ended: nobody is known to type any more.
    void clear();

    /// Chats about which anything is remembered.
    int size() const { return static_cast<int>(m_chats.size()); }

Q_SIGNALS:
    /// At most once each `pace` for each chat.
    void changed(const session::Typing &typing);

private:
    struct News
    {
        QString text;
        bool isStart;
    };
    /// Nothing: it is me.
    using Who = std::optional<domain::Typist>;
    struct Chat
    {
        QList<News> news; ///< oldest first; each text once
        QList<std::pair<QString, Who>> found; ///< what earlier texts meant
        domain::Typists typists;
        QStringList told;
    };

    void take(domain::ChatId id, const QString &text, bool isStart);
    void takeTurn();
    void awaitTurn();
    void lookIntoNews();
    /// False if the store must not be asked any more in this turn.
    bool lookInto(domain::ChatId id, Chat &chat, int &lookups);
    Who find(domain::ChatId id, const QString &text);
    QList<Typing> takeChanges();
    /// What `result` holds; nothing, and the data mended, if it failed.
    template <class T> std::optional<T> valueOf(base::Result<T, storage::StoreError> result);

    AccountData &m_data;
    const KnownChats &m_known;
    base::Clock &m_clock;
    std::unique_ptr<base::Timer> m_timer;
    std::chrono::milliseconds m_nextTurnAt{0};
    QHash<domain::ChatId, Chat> m_chats; ///< those with news or somebody who writes
    QList<domain::ChatId> m_queue; ///< those with news, whose turn comes first
};

} // namespace session
