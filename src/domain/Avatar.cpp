// SPDX-License-Identifier: MIT
#include "domain/Avatar.h"

#include "domain/Characters.h"
#include "domain/Preview.h"

#include <QStringList>

namespace domain {

namespace {

/// The first character of `word` as a capital if it is a letter: a letter outside the BMP takes two units.
QString leadingLetter(const QString &word)
{
    qsizetype length = 0;
    if (!QChar::isLetter(takeCharacter(word, length))) {
        return {};
    }
    const QString capital = word.first(length).toUpper();
    // "ß" becomes "SS" in capitals: one letter is enough for a picture's place.
    qsizetype capitalLength = 0;
    takeCharacter(capital, capitalLength);
    return capital.first(capitalLength);
}

} // namespace

QString initials(const QString &name)
{
    // Without what nobody sees: a mark of direction before a word must not hide its letter. The first words are enough.
    QStringList words = singleLine(name, 400).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.size() > 2 && words[0].compare(QLatin1String("open"), Qt::CaseInsensitive) == 0
        && words[1].compare(QLatin1String("trip"), Qt::CaseInsensitive) == 0) {
        words.remove(0, 2);
    }
    QString letters;
    int found = 0;
    for (const QString &word : std::as_const(words)) {
        const QString letter = leadingLetter(word);
        if (!letter.isEmpty()) {
            letters += letter;
            if (++found == 2) {
                break;
            }
        }
    }
    return letters;
}

int avatarColour(const QByteArray &idBytes)
{
    // FNV-1a: small, and the same on every system, unlike qHash.
    quint32 hash = 2166136261u;
    for (const char byte : idBytes) {
        hash = (hash ^ static_cast<quint8>(byte)) * 16777619u;
    }
    return static_cast<int>(hash % 10);
}

} // namespace domain
