// SPDX-License-Identifier: MIT
#include "app/DemoServiceRun.h"

#include "app/EndSignals.h"
#include "demo/DemoService.h"

#include <QCoreApplication>

#include <cstdio>

namespace app {

int runDemoService(int &argc, char **argv, quint16 port, const QString &language)
{
    const QCoreApplication application(argc, argv);
    const EndSignals endings;
    QObject::connect(&endings, &EndSignals::endWanted, &application, &QCoreApplication::quit);

    demo::DemoService::Options options;
    options.port = port;
    options.language = language == QLatin1String("id") ? language : QStringLiteral("en");
    demo::DemoService service(options);
    if (!service.start()) {
        std::fprintf(stderr, "opentrip-chat: port %u cannot be had: %s\n", unsigned(port),
            service.errorString().toLocal8Bit().constData());
        return 1;
    }
    std::fprintf(stdout, "%s\n%s\n%s\n", service.address().toString().toUtf8().constData(),
        service.path().toUtf8().constData(), service.token().constData());
    std::fflush(stdout); // whoever waits for the address reads a pipe
    return QCoreApplication::exec();
}

} // namespace app
