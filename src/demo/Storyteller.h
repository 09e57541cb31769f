// SPDX-License-Identifier: MIT
#pragma once

#include "demo/Dice.h"
#include "demo/SampleTexts.h"

namespace demo {

/// Makes sentences of the templates of one language: `{place}`, `{food}`, `{n1}`, `{this|that}`.
class Storyteller
{
public:
    explicit Storyteller(SceneBook book) : m_book(std::move(book)) { }

    /// The scenes that are played in chats about `about`: private ones are between two people.
    QList<Scene> scenesFor(const QString &about, bool isPrivate) const;
    /// The scene in words. A word that varies stays the same through it; `names[role]` is who speaks.
    Scene tell(const Scene &scene, const QString &place, const QStringList &names, Dice &dice) const;
    QString sentence(const QString &words, const QString &place, Dice &dice) const;

private:
    SceneBook m_book;
};

/// How friends call somebody: "Ayu" for "Ni Luh Ayu Sari" is a matter of luck, "Luh" is not wrong.
QString firstName(const QString &name);

} // namespace demo
