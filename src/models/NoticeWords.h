// SPDX-License-Identifier: MIT
#pragma once

#include "session/Session.h"

#include <QCoreApplication>
#include <QString>

namespace models {

/// What people must know about their local data, and a server's complaint, in words.
class NoticeWords
{
    Q_DECLARE_TR_FUNCTIONS(models::NoticeWords)

public:
    static QString notice(session::Notice notice);
    /// An `error` event: `words` as the server sent them.
    static QString serverError(const QString &words);
    /// This ends signing in: said on the sign-in page, not as a notice.
    static bool endsSigningIn(session::Notice notice);
};

} // namespace models
