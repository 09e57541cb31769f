// SPDX-License-Identifier: MIT
#pragma once

#include "demo/ChatEncoder.h"
#include "demo/Life.h"
#include "demo/ServiceEvents.h"
#include "demo/World.h"

namespace demo {

/// A world and what works on it: made anew as a whole when the demo starts over.
struct DemoWorld
{
    DemoWorld(quint32 seed, const QString &language, base::Clock &clock)
        : world(seed, language, clock.wallNow()), encoder(world), events(world, encoder),
          life(world, language, clock, seed)
    {
    }

    World world;
    ChatEncoder encoder;
    ServiceEvents events;
    Life life;
};

} // namespace demo
