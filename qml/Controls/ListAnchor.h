// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractItemModel>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QQuickItem>

#include <vector>

/// Keeps a vertical ListView where its reader is while rows come, go and move: at the top it stays at the top,
/// elsewhere the first row in view that stays where it was in the order keeps the place of the first row in view.
/// ListView (6.4) does so for one change a frame only, and follows its current item when that moves.
class ListAnchor : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    /// The ListView.
    Q_PROPERTY(QQuickItem *view READ view WRITE setView NOTIFY viewChanged FINAL REQUIRED)
    /// Its model.
    Q_PROPERTY(QAbstractItemModel *model READ model WRITE setModel NOTIFY modelChanged FINAL)

public:
    using QQuickItem::QQuickItem;

    QQuickItem *view() const { return m_view; }
    void setView(QQuickItem *view);
    QAbstractItemModel *model() const { return m_model; }
    void setModel(QAbstractItemModel *model);

Q_SIGNALS:
    void viewChanged();
    void modelChanged();

protected:
    void updatePolish() override;

private:
    void hold();
    void drop(int first, int last);
    void letGo();
    void restore();
    int indexAt(qreal y) const;
    QQuickItem *itemAt(int index) const;
    void positionAt(int index);
    qreal contentY() const;
    qreal originY() const;

    QPointer<QQuickItem> m_view;
    QPointer<QAbstractItemModel> m_model;
    /// From the first change until the view has dealt with all of them.
    bool m_holding = false;
    bool m_atTop = false;
    /// Of the first row in view below the upper edge; negative if it is cut off.
    qreal m_offset = 0;
    /// The rows that were in view, in their order, without those that moved by themselves.
    std::vector<QPersistentModelIndex> m_rows;
};
