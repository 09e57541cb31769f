// SPDX-License-Identifier: MIT
#include "demo/Answers.h"

#include <algorithm>

namespace demo {

namespace {

/// How sure it is that a message is of a kind.
enum class Fit {
    None,
    ByDefault, ///< the kind fits everything
    BySign, ///< a question mark or a smile, the same in every language
    ByWord,
};

/// Lower case, one space between and around words; signs are gone.
QString wordsOf(const QString &text)
{
    QString words(QLatin1Char(' '));
    for (QChar character : text.toLower()) {
        if (character == QChar(u'’')) {
            character = QLatin1Char('\'');
        }
        const bool isWord = character.isLetterOrNumber() || character == QLatin1Char('\'') || character.isSurrogate();
        if (isWord || !words.endsWith(QLatin1Char(' '))) {
            words += isWord ? character : QLatin1Char(' ');
        }
    }
    return words + QLatin1Char(' ');
}

bool isSign(const QString &word)
{
    return !word.front().isLetterOrNumber();
}

Fit fitOf(const AnswerKind &kind, const QString &text, const QString &words)
{
    if (kind.words.isEmpty()) {
        return Fit::ByDefault;
    }
    Fit fit = Fit::None;
    for (const QString &word : kind.words) {
        if (isSign(word)) {
            fit = text.contains(word) ? std::max(fit, Fit::BySign) : fit;
            continue;
        }
        const qsizetype at = words.indexOf(QString(QLatin1Char(' ') + word + QLatin1Char(' ')));
        const bool counts = !kind.questionsOnly || at == 0 || text.contains(QLatin1Char('?'));
        if (at >= 0 && counts) {
            return Fit::ByWord;
        }
    }
    return fit;
}

} // namespace

Answers::Answers(const QString &language)
{
    for (const QString &each : {language, QStringLiteral("en"), QStringLiteral("id")}) {
        if (!m_kinds.contains(each)) {
            m_kinds.insert(each, SampleTexts::answers(each == QLatin1String("id") ? each : QStringLiteral("en")));
        }
    }
}

const AnswerKind &Answers::find(const QString &text, const QString &about, const QString &language) const
{
    const QString words = wordsOf(text);
    const AnswerKind *best = nullptr;
    Fit bestFit = Fit::None;
    const QString other = language == QLatin1String("id") ? QStringLiteral("en") : QStringLiteral("id");
    for (const QString &each : {language, other}) {
        for (const AnswerKind &kind : *m_kinds.constFind(each)) {
            if (!kind.about.isEmpty() && kind.about != about) {
                continue;
            }
            const Fit fit = fitOf(kind, text, words);
            if (fit > bestFit) {
                best = &kind;
                bestFit = fit;
            }
        }
    }
    Q_ASSERT(best); // the last kind of each language fits everything
    return *best;
}

QString Answers::kindOf(const QString &text, const QString &about, const QString &language) const
{
    return find(text, about, language).name;
}

Utterance Answers::to(const QString &text, qsizetype index, World &world, Dice &dice)
{
    QStringList answers = find(text, world.sample(index).about, world.languageOf(index)).answers;
    if (answers.size() > 1) {
        answers.removeOne(m_last.value(index));
    }
    const QString chosen = answers[dice.below(static_cast<int>(answers.size()))];
    m_last.insert(index, chosen);
    return {world.answerer(index), world.phrase(index, chosen)};
}

} // namespace demo
