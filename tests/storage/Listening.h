// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QtGlobal>

namespace samples {

inline QtMessageHandler handlerBefore = nullptr;
inline QStringList *heard = nullptr;

inline void hear(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (heard) {
        heard->append(message);
    }
    handlerBefore(type, context, message);
}

/// What is logged while it lives.
class Listening
{
public:
    Listening()
    {
        heard = &lines;
        handlerBefore = qInstallMessageHandler(hear);
    }
    ~Listening()
    {
        qInstallMessageHandler(handlerBefore);
        heard = nullptr;
    }
    QStringList lines;
};

} // namespace samples
