// SPDX-License-Identifier: MIT
#include "demo/Storyteller.h"

namespace demo {

namespace {

QStringList topicsOf(const QString &about, bool isPrivate)
{
    if (about == QLatin1String("community")) {
        return {QStringLiteral("mountain"), QStringLiteral("sea"), QStringLiteral("city"), QStringLiteral("group")};
    }
    if (about == QLatin1String("official") || about == QLatin1String("notices")) {
        return {about};
    }
    if (isPrivate) {
        return {about, QStringLiteral("private")};
    }
    return {about, about == QLatin1String("family") ? QStringLiteral("city") : QStringLiteral("group")};
}

/// What is chosen once for a scene.
class Choices
{
public:
    Choices(const SceneBook &book, const QString &place, const QStringList &names, Dice &dice)
        : m_book(book), m_names(names), m_dice(dice)
    {
        m_chosen.insert(QStringLiteral("place"), place);
    }

    QString fill(const QString &words)
    {
        QString filled;
        qsizetype end = 0;
        for (;;) {
            const qsizetype open = words.indexOf(QLatin1Char('{'), end);
            const qsizetype close = open < 0 ? -1 : words.indexOf(QLatin1Char('}'), open);
            if (close < 0) {
                return filled + words.sliced(end);
            }
            filled += words.sliced(end, open - end) + valueOf(words.sliced(open + 1, close - open - 1));
            end = close + 1;
        }
    }

private:
    QString oneOf(const QStringList &values) { return values[m_dice.below(static_cast<int>(values.size()))]; }

    QString valueOf(const QString &key)
    {
        if (key.contains(QLatin1Char('|'))) {
            return oneOf(key.split(QLatin1Char('|')));
        }
        if (key.size() == 2 && key[0] == QLatin1Char('n') && key[1].isDigit()) {
            return m_names.value(key[1].digitValue());
        }
        const auto found = m_chosen.constFind(key);
        if (found != m_chosen.constEnd()) {
            return *found;
        }
        const QStringList values = m_book.words.value(key);
        return values.isEmpty() ? QString() : *m_chosen.insert(key, oneOf(values));
    }

    const SceneBook &m_book;
    const QStringList &m_names;
    Dice &m_dice;
    QHash<QString, QString> m_chosen;
};

} // namespace

QList<Scene> Storyteller::scenesFor(const QString &about, bool isPrivate) const
{
    QList<Scene> scenes;
    const QStringList topics = topicsOf(about, isPrivate);
    for (const QString &topic : topics) {
        scenes += m_book.scenes.value(topic);
    }
    return scenes;
}

Scene Storyteller::tell(const Scene &scene, const QString &place, const QStringList &names, Dice &dice) const
{
    Choices choices(m_book, place, names, dice);
    Scene told = scene;
    for (SampleLine &line : told) {
        line.words = choices.fill(line.words);
        line.words[0] = line.words.front().toUpper(); // "{day} it is" may begin with what is small
    }
    return told;
}

QString Storyteller::sentence(const QString &words, const QString &place, Dice &dice) const
{
    return tell({{1, words}}, place, {}, dice).first().words;
}

QString firstName(const QString &name)
{
    const QStringList parts = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (part.size() > 2) {
            return part;
        }
    }
    return name;
}

} // namespace demo
