// SPDX-License-Identifier: MIT
#include "domain/Avatar.h"

#include <QStringList>

namespace domain {

namespace {

/// The first character of `word` if it is a letter, as a string: a letter outside the BMP takes two units.
QString leadingLetter(QStringView word)
{
    if (word.isEmpty()) {
        return {};
    }
    if (word.size() > 1 && word[0].isHighSurrogate() && word[1].isLowSurrogate()) {
        const char32_t character = QChar::surrogateToUcs4(word[0], word[1]);
        return QChar::isLetter(character) ? word.first(2).toString().toUpper() : QString();
    }
    // "ß" becomes "SS" in capitals: one letter is enough for a picture's place.
    return word[0].isLetter() ? word.first(1).toString().toUpper().left(1) : QString();
}

} // namespace

QString initials(const QString &name)
{
    // A name of megabytes must not be split whole: the first words are enough.
    QStringList words = name.left(400).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
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
