// SPDX-License-Identifier: MIT
#pragma once

#include "session/Session.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace models {

/// Who is signed in, for the head of the main menu.
class MyProfile : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by App")
    /// It is known who is signed in.
    Q_PROPERTY(bool known READ isKnown NOTIFY changed FINAL)
    /// One line; empty if unknown, never if known.
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    /// Empty: draw a person.
    Q_PROPERTY(QString initials READ initials NOTIFY changed FINAL)
    Q_PROPERTY(int avatarColour READ avatarColour NOTIFY changed FINAL)
    Q_PROPERTY(QString pictureSource READ pictureSource NOTIFY changed FINAL)
    /// "socket.opentripapp.com", "127.0.0.1:8080", "Demo"; empty if unknown.
    Q_PROPERTY(QString serverText READ serverText NOTIFY changed FINAL)

public:
    /// `session` outlives this.
    explicit MyProfile(session::Session &session, QObject *parent = nullptr);

    bool isKnown() const { return m_me.has_value(); }
    QString name() const;
    QString initials() const;
    int avatarColour() const;
    QString pictureSource() const;
    QString serverText() const;

    /// The server is the demo service: its address tells nobody anything.
    void setDemo(bool demo);
    /// Another language: every text is told again.
    void retranslate() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();

private:
    void setMe(const std::optional<session::Me> &me);

    std::optional<session::Me> m_me;
    bool m_demo = false;
};

} // namespace models
