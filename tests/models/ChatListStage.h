// SPDX-License-Identifier: MIT
#pragma once

#include "models/ChatListModel.h"
#include "models/Stage.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace stage {

/// The model on its stage, under the tester from the empty state on.
struct ShownList : Stage
{
    ShownList()
    {
        setTime(QDateTime(QDate(2026, 3, 2), QTime(23, 0)));
        times.check();
    }

    models::TimeWords times{clock, QStringLiteral("en")};
    models::ChatListModel model{session, times};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    /// The chats by their numbers, in the order shown.
    QList<quint32> numbers() const
    {
        QList<quint32> found;
        for (int row = 0; row < model.rowCount(); ++row) {
            found << at(row, models::ChatListModel::ChatIdRole).toString().right(8).toUInt(nullptr, 16);
        }
        return found;
    }
    QVariant at(int row, int role) const { return model.data(model.index(row), role); }
};

/// What a live update told the views.
struct ToldViews
{
    explicit ToldViews(models::ChatListModel &model)
        : inserted(&model, &models::ChatListModel::rowsInserted), removed(&model, &models::ChatListModel::rowsRemoved),
          moved(&model, &models::ChatListModel::rowsMoved), changed(&model, &models::ChatListModel::dataChanged),
          reset(&model, &models::ChatListModel::modelReset), layout(&model, &models::ChatListModel::layoutChanged)
    {
    }
    /// Rows inserted, removed, moved, changed; a reset or a new layout count as a thousand.
    QList<int> counts() const
    {
        const int wrong = static_cast<int>(reset.count() + layout.count());
        return {int(inserted.count()), int(removed.count()), int(moved.count()), int(changed.count()) + 1000 * wrong};
    }
    QSignalSpy inserted;
    QSignalSpy removed;
    QSignalSpy moved;
    QSignalSpy changed;
    QSignalSpy reset;
    QSignalSpy layout;
};

} // namespace stage
