// SPDX-License-Identifier: MIT
#include "storage/SetAside.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace storage {

namespace {

const char *const parts[] = {"", "-wal", "-shm"};

struct Aside
{
    int number;
    QString fileName;
};

/// What stands aside under `name`, oldest first.
QList<Aside> allAside(const QString &folder, const QString &name)
{
    static const QRegularExpression form(QStringLiteral("\\.(?:damaged|newer)-(\\d{1,6})\\.sqlite$"));
    QList<Aside> found;
    for (const QString &fileName : QDir(folder).entryList({name + QStringLiteral(".*.sqlite")}, QDir::Files)) {
        if (const auto match = form.match(fileName); match.hasMatch()) {
            found.append({match.captured(1).toInt(), fileName});
        }
    }
    std::sort(found.begin(), found.end(), [](const Aside &a, const Aside &b) { return a.number < b.number; });
    return found;
}

} // namespace

bool setAside(const QString &folder, const QString &name, const QString &why)
{
    const QList<Aside> before = allAside(folder, name);
    const int number = before.isEmpty() ? 1 : before.last().number + 1;
    const QString from = folder % QLatin1Char('/') % name % QStringLiteral(".sqlite");
    const QString to = folder % QLatin1Char('/') % name % QLatin1Char('.') % why % QLatin1Char('-')
        % QString::number(number) % QStringLiteral(".sqlite");
    for (const char *part : parts) {
        const QString suffix = QString::fromLatin1(part);
        // A -wal left behind would be taken for the new file's own.
        if (QFile::exists(from + suffix) && !QFile::rename(from + suffix, to + suffix)) {
            return false;
        }
    }
    return true;
}

void keepNewestSetAside(const QString &folder, const QString &name)
{
    QList<Aside> all = allAside(folder, name);
    if (!all.isEmpty()) {
        all.removeLast();
    }
    for (const Aside &old : std::as_const(all)) {
        for (const char *part : parts) {
            QFile::remove(folder % QLatin1Char('/') % old.fileName % QString::fromLatin1(part));
        }
    }
}

} // namespace storage
