// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>
#include <QString>

/// One category per layer, switched with QT_LOGGING_RULES ("opentrip.socketio.debug=true").
/// Never logged: message text, names, tokens, addresses with a query.
Q_DECLARE_LOGGING_CATEGORY(logSocketIo)
Q_DECLARE_LOGGING_CATEGORY(logApi)
Q_DECLARE_LOGGING_CATEGORY(logStorage)
Q_DECLARE_LOGGING_CATEGORY(logSession)
Q_DECLARE_LOGGING_CATEGORY(logMedia)
Q_DECLARE_LOGGING_CATEGORY(logModels)
Q_DECLARE_LOGGING_CATEGORY(logPlatform)
Q_DECLARE_LOGGING_CATEGORY(logDemo)
Q_DECLARE_LOGGING_CATEGORY(logApp)

namespace base {

/// Sends everything logged to `folder`/opentrip-chat.log as well as to where Qt sends it. At 1 MB the file becomes
/// opentrip-chat.1.log, so that the two never take more than 2 MB. A folder that cannot be written is not an error:
/// the log then goes where Qt sends it only.
void logToFolder(const QString &folder);

} // namespace base
