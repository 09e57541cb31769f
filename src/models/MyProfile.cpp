// SPDX-License-Identifier: MIT
#include "models/MyProfile.h"

#include "domain/Avatar.h"
#include "domain/Preview.h"
#include "media/PictureAddress.h"

namespace models {

namespace {

constexpr qsizetype longestName = 100;

} // namespace

MyProfile::MyProfile(session::Session &session, QObject *parent) : QObject(parent)
{
    connect(&session, &session::Session::meChanged, this, [this](const session::Me &me) { setMe(me); });
    connect(&session, &session::Session::phaseChanged, this, [this](session::Phase phase) {
        if (phase == session::Phase::SignedOut) {
            setMe(std::nullopt);
        }
    });
}

QString MyProfile::name() const
{
    if (!m_me) {
        return {};
    }
    const QString line = domain::singleLine(m_me->user.name, longestName);
    //: The name of somebody who has none: the person who uses this program
    return line.isEmpty() ? tr("You") : line;
}

QString MyProfile::initials() const
{
    return m_me ? domain::initials(m_me->user.name) : QString();
}

int MyProfile::avatarColour() const
{
    return m_me ? domain::avatarColour(m_me->user.id.bytes()) : 0;
}

QString MyProfile::pictureSource() const
{
    return m_me ? media::pictureSource(m_me->user.pictureUrl) : QString();
}

QString MyProfile::serverText() const
{
    if (!m_me) {
        return {};
    }
    if (m_demo) {
        //: The name of the server, where it is the demo inside the program
        return tr("Demo");
    }
    const QString host = m_me->server.host();
    return m_me->server.port() < 0 ? host : QStringLiteral("%1:%2").arg(host).arg(m_me->server.port());
}

void MyProfile::setDemo(bool demo)
{
    if (demo != m_demo) {
        m_demo = demo;
        Q_EMIT changed();
    }
}

void MyProfile::setMe(const std::optional<session::Me> &me)
{
    if (me != m_me) {
        m_me = me;
        Q_EMIT changed();
    }
}

} // namespace models
