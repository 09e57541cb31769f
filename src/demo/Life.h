// SPDX-License-Identifier: MIT
#pragma once

#include "base/seams/Clock.h"
#include "demo/Dice.h"
#include "demo/World.h"

#include <QObject>

#include <functional>
#include <memory>

namespace demo {

/// What happens by itself in a World: messages arrive, people come and go. It rests while nobody is signed in.
class Life : public QObject
{
    Q_OBJECT

public:
    /// `world` and `clock` outlive this object.
    Life(World &world, base::Clock &clock, quint32 seed, QObject *parent = nullptr);
    ~Life() override;

    /// Somebody signed in: something happens within six seconds, then every 8 to 20.
    void wake();
    /// The last one left: nothing happens until wake().
    void rest();

Q_SIGNALS:
    /// A chat has a new message, and stands first in the list now.
    void chatChanged(domain::ChatId chat);
    void presenceChanged(domain::UserId user, bool online);

private:
    void write();
    void comeOrGo();
    void startMessages(int lowestMs, int highestMs);
    void startPresence();

    World &m_world;
    base::Clock &m_clock;
    Dice m_dice;
    std::unique_ptr<base::Timer> m_messages;
    std::unique_ptr<base::Timer> m_presence;
};

} // namespace demo
