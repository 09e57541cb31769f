// SPDX-License-Identifier: MIT
#pragma once

#include "base/Result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace app {

/// The folder that holds everything the program writes, ours alone while this object lives.
class DataFolder
{
public:
    /// Creates `path` (private to the user) and locks it. The error is a sentence for people.
    static base::Result<std::unique_ptr<DataFolder>, QString> open(const QString &path);
    /// Where it is unless --data-dir says otherwise.
    static QString systemPlace();
    /// The demo's own, inside `folder`.
    static QString demoPlace(const QString &folder);

    QString path() const { return m_path; }

private:
    DataFolder(QString path, std::unique_ptr<QLockFile> lock);

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace app
