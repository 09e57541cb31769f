// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QString>
#include <QVariantMap>

#include <vector>

/// A list of chats with the roles of models::ChatListModel, changed by the test: the real one needs a session.
/// Chat number n has the id "chat n" and the title "Title n".
class FakeChats : public QAbstractListModel
{
    Q_OBJECT
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged FINAL)
    Q_PROPERTY(int totalCount MEMBER m_totalCount NOTIFY changed FINAL)
    Q_PROPERTY(bool loading MEMBER m_loading NOTIFY changed FINAL)
    Q_PROPERTY(int filter MEMBER m_filter NOTIFY changed FINAL)
    Q_PROPERTY(QString unreadText MEMBER m_unreadText NOTIFY changed FINAL)
    /// The latest that was told: first and last.
    Q_PROPERTY(QList<int> rowsInView MEMBER m_rowsInView NOTIFY rowsInViewChanged FINAL)

public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Chats 0 to count - 1, in that order.
    Q_INVOKABLE void fill(int count);
    Q_INVOKABLE void clear();
    /// To the place that the chat has afterwards, as the real model moves rows.
    Q_INVOKABLE void moveChat(int from, int to);
    Q_INVOKABLE void insertChat(int row, int number);
    Q_INVOKABLE void removeChat(int row);
    /// Other data for that row: { preview: "…" }.
    Q_INVOKABLE void change(int row, const QVariantMap &roles);
    Q_INVOKABLE QString idAt(int row) const;
    Q_INVOKABLE int rowOf(const QString &chatId) const;
    Q_INVOKABLE void setRowsInView(int first, int last);

Q_SIGNALS:
    void countChanged();
    void changed();
    void rowsInViewChanged();

private:
    static QVariantMap chat(int number);

    std::vector<QVariantMap> m_chats;
    int m_totalCount = 0;
    bool m_loading = false;
    int m_filter = 0;
    QString m_unreadText;
    QList<int> m_rowsInView;
};
