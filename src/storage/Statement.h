// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"
#include "domain/Ids.h"
#include "storage/Database.h"
#include "storage/StoreError.h"

#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <optional>

namespace storage {

/// `text` as SQLite can keep it: lone surrogates, which have no UTF-8, and the noncharacters U+FFFE and U+FFFF become
/// U+FFFD; byte order marks in front go, because SQLite would take them as such and turn the bytes of the text round.
QString storable(const QString &text);

/// How a value is bound. Null strings and byte arrays are empty ones: only an empty optional is NULL.
QVariant bound(const QString &text);
QVariant bound(const QByteArray &bytes);
inline QVariant bound(qint64 number)
{
    return QVariant::fromValue(number);
}
inline QVariant bound(int number)
{
    return QVariant(number);
}
template <class Tag> QVariant bound(const base::Id<Tag> &id)
{
    return id.bytes();
}
template <class T> QVariant bound(const std::optional<T> &value)
{
    return value ? bound(*value) : QVariant();
}

/// A statement of a store: prepared when first run, kept, reset after each run so that it holds no lock. The text is
/// the program's own, so that one which cannot be prepared means a schema that is not ours: Damaged.
class Statement
{
public:
    /// `database` outlives this.
    Statement(Database &database, QString sql);

    /// Runs with `values` bound in order, and calls row(query) for each row of the result.
    template <class Row, class... Values> base::Result<void, StoreError> forEach(Row &&row, const Values &...values)
    {
        if (auto started = start({bound(values)...}); !started) {
            return started;
        }
        while (m_query.next()) {
            row(static_cast<const QSqlQuery &>(m_query));
        }
        return finish();
    }
    /// Runs a statement that has no result.
    template <class... Values> base::Result<void, StoreError> run(const Values &...values)
    {
        if (auto started = start({bound(values)...}); !started) {
            return started;
        }
        return finish();
    }

private:
    base::Result<void, StoreError> start(const QVariantList &values);
    base::Result<void, StoreError> finish();

    Database &m_database;
    QString m_sql;
    QSqlQuery m_query;
    bool m_isPrepared = false;
};

} // namespace storage
