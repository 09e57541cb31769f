// SPDX-License-Identifier: MIT
#pragma once

#include "demo/World.h"

namespace demo {

/// What somebody answers to a message of mine: something that fits a question, thanks or a greeting, by its words, in
/// the language of the message as far as that is known.
class Answers
{
public:
    /// `language` is that of the interface.
    explicit Answers(const QString &language);

    /// An answer in chat `index`; not the one that was given there last if there is a choice.
    Utterance to(const QString &text, qsizetype index, World &world, Dice &dice);
    /// What kind of message that is ("thanks", "when", "other"), for a chat about `about` in `language`.
    QString kindOf(const QString &text, const QString &about, const QString &language) const;

private:
    const AnswerKind &find(const QString &text, const QString &about, const QString &language) const;

    QHash<QString, std::vector<AnswerKind>> m_kinds; ///< by language
    QHash<qsizetype, QString> m_last; ///< by chat
};

} // namespace demo
