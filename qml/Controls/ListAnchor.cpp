// SPDX-License-Identifier: MIT
#include "ListAnchor.h"

#include <QMetaObject>

#include <algorithm>

void ListAnchor::setView(QQuickItem *view)
{
    if (m_view == view) {
        return;
    }
    letGo();
    m_view = view;
    Q_EMIT viewChanged();
}

void ListAnchor::setModel(QAbstractItemModel *model)
{
    if (m_model == model) {
        return;
    }
    if (m_model) {
        m_model->disconnect(this);
    }
    letGo();
    m_model = model;
    if (model) {
        connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &ListAnchor::hold);
        connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ListAnchor::hold);
        connect(model, &QAbstractItemModel::rowsAboutToBeMoved, this, [this](const QModelIndex &, int first, int last) {
            hold();
            drop(first, last);
        });
        connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &ListAnchor::letGo);
    }
    Q_EMIT modelChanged();
}

void ListAnchor::updatePolish()
{
    if (m_holding && m_view && m_model) {
        // The view's own part first, whichever of the two is polished first.
        QMetaObject::invokeMethod(m_view, "forceLayout");
        restore();
    }
    letGo();
}

void ListAnchor::hold()
{
    if (m_holding || !m_view || !m_model) {
        return;
    }
    m_holding = true;
    m_atTop = contentY() <= originY() + 0.5;
    const int first = indexAt(contentY());
    if (const QQuickItem *top = itemAt(first)) {
        m_offset = top->y() - contentY();
        const qreal end = contentY() + m_view->height();
        for (int row = first; const QQuickItem *item = itemAt(row); ++row) {
            if (item->y() >= end) {
                break;
            }
            m_rows.emplace_back(m_model->index(row, 0));
        }
    }
    polish();
}

void ListAnchor::drop(int first, int last)
{
    std::erase_if(m_rows, [=](const QPersistentModelIndex &row) { return row.row() >= first && row.row() <= last; });
}

void ListAnchor::letGo()
{
    m_holding = false;
    m_rows.clear();
}

void ListAnchor::restore()
{
    if (m_atTop) {
        if (qAbs(contentY() - originY()) > 0.5) {
            positionAt(0);
        }
        return;
    }
    const auto kept =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [](const QPersistentModelIndex &row) { return row.isValid(); });
    if (kept == m_rows.cend()) {
        return;
    }
    if (!itemAt(kept->row())) {
        positionAt(kept->row());
    }
    const QQuickItem *item = itemAt(kept->row());
    if (item && qAbs(item->y() - contentY() - m_offset) > 0.5) {
        m_view->setProperty("contentY", item->y() - m_offset);
        // Not beyond the ends, where rows are missing now.
        QMetaObject::invokeMethod(m_view, "returnToBounds");
    }
}

int ListAnchor::indexAt(qreal y) const
{
    int index = -1;
    QMetaObject::invokeMethod(
        m_view, "indexAt", Q_RETURN_ARG(int, index), Q_ARG(qreal, m_view->width() / 2), Q_ARG(qreal, y));
    return index;
}

QQuickItem *ListAnchor::itemAt(int index) const
{
    QQuickItem *item = nullptr;
    QMetaObject::invokeMethod(m_view, "itemAtIndex", Q_RETURN_ARG(QQuickItem *, item), Q_ARG(int, index));
    return item;
}

void ListAnchor::positionAt(int index)
{
    const int beginning = 0; // ListView.Beginning
    QMetaObject::invokeMethod(m_view, "positionViewAtIndex", Q_ARG(int, index), Q_ARG(int, beginning));
}

qreal ListAnchor::contentY() const
{
    return m_view->property("contentY").toReal();
}

qreal ListAnchor::originY() const
{
    return m_view->property("originY").toReal();
}
