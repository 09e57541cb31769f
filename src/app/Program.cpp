// SPDX-License-Identifier: MIT
#include "app/Program.h"

#include "app/DemoHost.h"
#include "app/SystemTheme.h"
#include "base/Log.h"
#include "socketio/WebSocketTransport.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QIcon>
#include <QLocale>

#include <utility>

namespace app {

namespace {

std::optional<models::Appearance::Theme> themeOfThisRun(CommandLine::Theme theme)
{
    switch (theme) {
    case CommandLine::Theme::System:
        return models::Appearance::Theme::System;
    case CommandLine::Theme::Light:
        return models::Appearance::Theme::Light;
    case CommandLine::Theme::Dark:
        return models::Appearance::Theme::Dark;
    case CommandLine::Theme::Settings:
        break;
    }
    return std::nullopt;
}

const QString engineVersionsKey = QStringLiteral("connection/engineVersions");

} // namespace

Program::Program(const CommandLine &line, const DataFolder &folder, QObject *parent)
    : QObject(parent), m_line(line), m_folder(folder), m_settings(folder.path()), m_windowMemory(m_settings)
{
    installLanguage();
    makeModels();
}

Program::~Program()
{
    if (const QWindow *shown = window()) {
        m_windowMemory.remember(*shown);
    }
    // Views before the models they show, models before the session they listen to.
    m_engine.reset();
    m_app.reset();
    m_demo.reset();
    m_coreThread.quit();
    m_coreThread.wait();
}

void Program::installLanguage()
{
    const QString system =
        QLocale::system().language() == QLocale::Indonesian ? QStringLiteral("id") : QStringLiteral("en");
    m_language =
        m_line.language.isEmpty() ? m_settings.value(QStringLiteral("appearance/language"), system) : m_line.language;
    if (m_language != QLatin1String("id")) {
        m_language = QStringLiteral("en");
    }
    QLocale::setDefault(m_language == QLatin1String("id") ? QLocale(QLocale::Indonesian, QLocale::Indonesia)
                                                          : QLocale(QLocale::English, QLocale::UnitedKingdom));
    // English too: its plural forms are in the translation.
    if (m_translator.load(QStringLiteral(":/i18n/opentrip-chat_") + m_language)) {
        QCoreApplication::installTranslator(&m_translator);
    } else {
        qCWarning(logApp) << "no translation for" << m_language;
    }
}

void Program::makeModels()
{
    m_session = new session::Session([] { return std::make_unique<socketio::WebSocketTransport>(); }, m_clock);
    m_session->moveToThread(&m_coreThread);
    connect(&m_coreThread, &QThread::finished, m_session, &QObject::deleteLater);
    m_coreThread.setObjectName(QStringLiteral("core"));

    m_systemTheme = std::make_unique<SystemTheme>();
    m_appearance = std::make_unique<models::Appearance>(m_settings, themeOfThisRun(m_line.theme), m_language);
    m_appearance->setSystemDark(m_systemTheme->isDark());
    connect(m_systemTheme.get(), &SystemTheme::darkChanged, m_appearance.get(), &models::Appearance::setSystemDark);

    models::App::Options options;
    options.signIn = {m_line.server.toString(), m_line.path, m_folder.path()};
    options.tokenGiven = m_line.demo || !m_line.token.isEmpty();
    m_app = std::make_unique<models::App>(*m_session, m_clock, *m_appearance, options);
    const models::SignInPage *signIn = m_app->signIn();
    connect(signIn, &models::SignInPage::demoRequested, this, &Program::startDemo);
    connect(signIn, &models::SignInPage::signInRequested, this, [this] { m_isDemoAwaited = false; });
    connect(signIn, &models::SignInPage::cancelled, this, [this] { m_isDemoAwaited = false; });
    // Whoever comes back to the window wants to see today's "Yesterday".
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, m_app.get(), [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive) {
            m_app->checkTime();
        }
    });
    rememberEngineVersions();
}

void Program::rememberEngineVersions()
{
    auto versions = m_settings.value(engineVersionsKey, QVariantMap());
    QHash<QString, int> known;
    for (auto it = versions.cbegin(); it != versions.cend(); ++it) {
        known.insert(it.key(), it.value().toInt());
    }
    m_session->setKnownEngineVersions(known);
    connect(m_session, &session::Session::engineVersionFound, this,
        [this, versions = std::move(versions)](const QString &server, int version) mutable {
            versions.insert(server, version);
            m_settings.setValue(engineVersionsKey, versions);
        });
}

bool Program::start()
{
    // The core thread reads the cache while this thread loads the window.
    m_coreThread.start();
    signInAtStart();

    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/app/opentrip-chat.svg")));
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine->setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(m_app.get())}});
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/OpenTrip/Main/Main.qml")));
    QWindow *made = window();
    if (!made) {
        qCCritical(logApp) << "the window cannot be made";
        return false;
    }
    // Shown only now, so that it never appears in one place and jumps to another.
    m_windowMemory.restore(*made);
    made->setVisible(true);
    return true;
}

QWindow *Program::window() const
{
    return m_engine && !m_engine->rootObjects().isEmpty()
        ? qobject_cast<QWindow *>(m_engine->rootObjects().constFirst())
        : nullptr;
}

void Program::signInAtStart()
{
    if (m_line.demo) {
        startDemo();
    } else if (!m_line.token.isEmpty()) {
        session::Credentials credentials;
        credentials.server = m_line.server;
        credentials.path = m_line.path;
        credentials.token = m_line.token;
        credentials.dataFolder = m_folder.path();
        m_session->signIn(credentials);
    } else {
        m_session->signOut();
    }
}

void Program::startDemo()
{
    if (!m_demo && !makeDemo()) {
        m_app->signIn()->demoFailed();
        return;
    }
    m_isDemoAwaited = true;
    m_demo->start();
}

/// False if its data folder cannot be used: another window of the program shows the demo, say.
bool Program::makeDemo()
{
    if (!m_line.demo) {
        auto folder = DataFolder::open(DataFolder::demoPlace(m_folder.path()));
        if (!folder) {
            qCWarning(logApp) << "the demo's data folder cannot be used";
            return false;
        }
        m_demoFolder = std::move(*folder);
    }
    m_demo = std::make_unique<DemoHost>(m_demoFolder ? m_demoFolder->path() : m_folder.path(), m_language);
    connect(m_demo.get(), &DemoHost::started, this, &Program::signInToDemo);
    connect(m_demo.get(), &DemoHost::failed, this, [this] {
        if (std::exchange(m_isDemoAwaited, false)) {
            m_app->signIn()->demoFailed();
        }
    });
    return true;
}

void Program::signInToDemo(const session::Credentials &credentials)
{
    // It takes a moment to start: whoever cancelled meanwhile, or signs in elsewhere, must not end up in it.
    if (std::exchange(m_isDemoAwaited, false)) {
        m_app->setDemo(true);
        m_session->signIn(credentials);
    }
}

} // namespace app
