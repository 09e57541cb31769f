// SPDX-License-Identifier: MIT
#include "storage/Statement.h"

#include <QSqlError>

#include <utility>

namespace storage {

namespace {

bool isByteOrderMark(QChar unit)
{
    return unit == QChar(0xfeff) || unit == QChar(0xfffe);
}

/// Whether SQLite keeps the character at `i` as it is.
bool isKept(QStringView text, qsizetype i)
{
    const QChar unit = text[i];
    if (unit.isHighSurrogate()) {
        return i + 1 < text.size() && text[i + 1].isLowSurrogate();
    }
    if (unit.isLowSurrogate()) {
        return i > 0 && text[i - 1].isHighSurrogate();
    }
    return unit < QChar(0xfffe);
}

constexpr int sqliteError = 1;

} // namespace

QString storable(const QString &text)
{
    qsizetype marks = 0;
    while (marks < text.size() && isByteOrderMark(text[marks])) {
        ++marks;
    }
    const QStringView rest = QStringView(text).mid(marks);
    QString kept = marks == 0 ? text : rest.toString();
    for (qsizetype i = 0; i < rest.size(); ++i) {
        // Hardly any text goes further than this comparison.
        if (rest[i] >= QChar(0xd800) && !isKept(rest, i)) {
            kept[i] = QChar(QChar::ReplacementCharacter);
        }
    }
    return kept;
}

QVariant bound(const QString &text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(storable(text));
}

QVariant bound(const QByteArray &bytes)
{
    return bytes.isNull() ? QVariant(QByteArray("")) : QVariant(bytes);
}

Statement::Statement(Database &database, QString sql)
    : m_database(database), m_sql(std::move(sql)), m_query(database.handle())
{
}

base::Result<void, StoreError> Statement::start(const QVariantList &values)
{
    if (!m_isPrepared) {
        m_query = QSqlQuery(m_database.handle());
        m_query.setForwardOnly(true);
        if (!m_query.prepare(m_sql)) {
            const StoreError error = Database::classify(m_query.lastError());
            const bool unknownSchema = m_query.lastError().nativeErrorCode().toInt() == sqliteError;
            return base::Failure{unknownSchema ? StoreError::Damaged : error};
        }
        m_isPrepared = true;
    }
    for (int i = 0; i < values.size(); ++i) {
        m_query.bindValue(i, values[i]);
    }
    if (!m_query.exec()) {
        const StoreError error = Database::classify(m_query.lastError());
        m_query.finish();
        return base::Failure{error};
    }
    return {};
}

base::Result<void, StoreError> Statement::finish()
{
    // The end of the rows and an error in the middle of them look alike to next().
    const QSqlError error = m_query.lastError();
    m_query.finish();
    if (error.isValid()) {
        return base::Failure{Database::classify(error)};
    }
    return {};
}

} // namespace storage
