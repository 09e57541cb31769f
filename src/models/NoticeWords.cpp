// SPDX-License-Identifier: MIT
#include "models/NoticeWords.h"

#include "domain/Preview.h"

namespace models {

QString NoticeWords::notice(session::Notice notice)
{
    using session::Notice;
    switch (notice) {
    case Notice::CacheRebuilt:
        return tr("The chats kept on this computer were damaged. They are fetched again.");
    case Notice::OwnSetAside:
        return tr("Your own data on this computer was damaged. It was set aside in the data folder, and a new start "
                  "was made.");
    case Notice::NotStored:
        return tr("Chats cannot be stored on this computer. They are kept until you close the program.");
    case Notice::DataInUse:
        return tr("Another program is using the data of this account. Close it, then sign in again.");
    case Notice::DataNewer:
        return tr("The data of this account comes from a newer version of this program. Install that version, or "
                  "choose another data folder.");
    case Notice::DiskFull:
        return tr("The disk is full, and new messages cannot be stored. Free some space.");
    }
    return {};
}

QString NoticeWords::serverError(const QString &words)
{
    const QString line = domain::singleLine(words, 160);
    return line.isEmpty() ? tr("The server reports a problem, but not which.")
                          : tr("The server reports a problem: %1").arg(line);
}

bool NoticeWords::endsSigningIn(session::Notice notice)
{
    return notice == session::Notice::DataInUse || notice == session::Notice::DataNewer;
}

} // namespace models
