// SPDX-License-Identifier: MIT
#pragma once

#include "socketio/Status.h"

#include <optional>

namespace socketio {

/// Finds out which Engine.IO version a server speaks (docs/PROTOCOL.md, "which Engine.IO version"). Pure.
///
/// A *round* is one try of the client, which may take two connections: within a round the version changes at most
/// once, so that a server that answers neither is not asked again and again without a pause.
class VersionFinder
{
public:
    VersionFinder(EngineVersion configured, std::optional<EngineVersion> firstGuess);

    /// What the next connection asks for: V3 or V4. It is remembered as long as it works.
    EngineVersion current() const { return m_current; }

    /// The connection ended, or was silent for too long, between the upgrade and the open packet. True: ask for
    /// current(), which has changed, at once on a new connection. False: a failed try.
    [[nodiscard]] bool endedBeforeOpen();
    /// Asked for 4, the server joined us by itself, as only generation 2 does. True and false as above.
    [[nodiscard]] bool joinedLikeGeneration2();
    /// The try succeeded, or failed: the next one may change the version again.
    void roundEnded() { m_hasSwitched = false; }

private:
    bool m_isPinned;
    EngineVersion m_current;
    bool m_hasSwitched = false;
};

} // namespace socketio
