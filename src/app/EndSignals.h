// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <memory>

namespace app {

/// SIGTERM and SIGINT: the wish of the system that the program ends, told from the event loop instead of cutting it
/// off. Where there are no such signals (Windows), nothing. One at a time in a program.
class EndSignals : public QObject
{
    Q_OBJECT

public:
    explicit EndSignals(QObject *parent = nullptr);
    ~EndSignals() override;

Q_SIGNALS:
    void endWanted();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace app
