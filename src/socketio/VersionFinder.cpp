// SPDX-License-Identifier: MIT
#include "socketio/VersionFinder.h"

#include <utility>

namespace socketio {

namespace {

EngineVersion other(EngineVersion version)
{
    return version == EngineVersion::V3 ? EngineVersion::V4 : EngineVersion::V3;
}

EngineVersion first(EngineVersion configured, std::optional<EngineVersion> guess)
{
    if (configured != EngineVersion::Automatic) {
        return configured;
    }
    return guess == EngineVersion::V4 ? EngineVersion::V4 : EngineVersion::V3;
}

} // namespace

VersionFinder::VersionFinder(EngineVersion configured, std::optional<EngineVersion> firstGuess)
    : m_isPinned(configured != EngineVersion::Automatic), m_current(first(configured, firstGuess))
{
}

bool VersionFinder::endedBeforeOpen()
{
    if (m_isPinned) {
        return false;
    }
    if (m_hasSwitched) {
        m_current = EngineVersion::V3; // neither worked: forget both
        return false;
    }
    m_hasSwitched = true;
    m_current = other(m_current);
    return true;
}

bool VersionFinder::joinedLikeGeneration2()
{
    if (m_isPinned) {
        return false;
    }
    m_current = EngineVersion::V3; // certain, even if this round has used up its change
    return !std::exchange(m_hasSwitched, true);
}

} // namespace socketio
