// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "demo/Answers.h"
#include "demo/Dice.h"
#include "demo/World.h"

#include <QObject>

#include <map>
#include <memory>

namespace demo {

/// What happens by itself in a World: people come and go, and before they write they come online and type. They
/// answer what I write. It rests while nobody is signed in.
class Life : public QObject
{
    Q_OBJECT

public:
    /// Everything outlives this object. `language` is that of the interface.
    Life(World &world, const QString &language, base::Clock &clock, quint32 seed, QObject *parent = nullptr);
    ~Life() override;

    /// Somebody signed in: within ten seconds a chat rises, then one every 8 to 20.
    void wake();
    /// The last one left: nothing happens until wake(), and who was typing stops.
    void rest();
    /// I wrote `text` there: somebody answers within 2 to 5 seconds. Only while awake.
    void hear(qsizetype chat, const QString &text);
    /// `count` messages within little more than a second, over several chats.
    void flood(int count);

Q_SIGNALS:
    /// A chat has a new message, and stands first in the list now.
    void messageWritten(qsizetype chat, const demo::Message &message);
    void presenceChanged(domain::UserId user, bool online);
    void typingChanged(qsizetype chat, domain::UserId user, bool isTyping);

private:
    /// Somebody about to write in a chat.
    struct Turn
    {
        Utterance utterance;
        bool isTyping = false;
        bool isAnswer = false;
        std::unique_ptr<base::Timer> timer;
    };

    void startWriting(int lowestMs, int highestMs);
    void startPresence();
    void beginSomewhere();
    void comeOrGo();
    void answerElsewhere(qsizetype chat);
    void begin(qsizetype chat, Utterance utterance, int beforeMs, int typingMs, bool isAnswer);
    void type(qsizetype chat, int typingMs);
    void write(qsizetype chat);
    void giveUp(qsizetype chat);
    void floodOn();
    qsizetype chooseChat(bool mayBeLarge);
    bool isLarge(qsizetype chat) const;

    World &m_world;
    base::Clock &m_clock;
    Answers m_answers;
    Dice m_dice;
    std::unique_ptr<base::Timer> m_writing;
    std::unique_ptr<base::Timer> m_presence;
    std::unique_ptr<base::Timer> m_flood;
    std::map<qsizetype, Turn> m_turns; ///< one per chat
    int m_floodLeft = 0;
    bool m_isAwake = false;
};

} // namespace demo
