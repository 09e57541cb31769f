// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QStringList>
#include <QVariantMap>

#include <vector>

/// What a search found, with the roles and properties of models::SearchModel, filled by the test.
class FakeHits : public QAbstractListModel
{
    Q_OBJECT
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY wordsChanged FINAL)
    Q_PROPERTY(bool active READ isActive NOTIFY wordsChanged FINAL)
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged FINAL)
    Q_PROPERTY(bool searching MEMBER m_searching NOTIFY changed FINAL)
    Q_PROPERTY(QString progressText MEMBER m_progressText NOTIFY changed FINAL)
    Q_PROPERTY(QString person READ person WRITE setPerson NOTIFY personChanged FINAL)
    Q_PROPERTY(QString failedText MEMBER m_failedText NOTIFY changed FINAL)
    /// What was asked of it: "activate 2", "leave", "clear".
    Q_PROPERTY(QStringList heard MEMBER m_heard NOTIFY changed FINAL)

public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    QString words() const { return m_words; }
    void setWords(const QString &words);
    bool isActive() const { return !m_words.trimmed().isEmpty() || !m_person.isEmpty(); }
    QString person() const { return m_person; }
    void setPerson(const QString &person);

    /// So many chats "Chat 0"…, then so many people "Person 0"….
    Q_INVOKABLE void fill(int chats, int people);
    /// Other data for that row: { marks: [0, 3] }.
    Q_INVOKABLE void change(int row, const QVariantMap &roles);

    /// To the place that it has afterwards.
    Q_INVOKABLE void moveHit(int from, int to);

    Q_INVOKABLE void activate(int row);
    Q_INVOKABLE void leavePerson();
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void wordsChanged();
    void countChanged();
    void personChanged();
    void changed();
    void chatChosen(const QString &chatId);

private:
    std::vector<QVariantMap> m_hits;
    QString m_words;
    QString m_person;
    QString m_progressText;
    QString m_failedText;
    QStringList m_heard;
    bool m_searching = false;
};
