// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ChatRow.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace models {

/// The roles of ChatListModel as QML names them.
QHash<int, QByteArray> chatListRoleNames();

/// The roles of ChatListModel that look different when `before` became `after`.
QList<int> changedRoles(const domain::ChatRow &before, const domain::ChatRow &after);

} // namespace models
