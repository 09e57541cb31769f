// SPDX-License-Identifier: MIT
#include "app/Program.h"

#include "app/DemoHost.h"
#include "app/Desktop.h"
#include "app/SignInKeeper.h"
#include "base/Log.h"
#include "models/DemoPanel.h"
#include "models/SignInInput.h"
#include "platform/ColourScheme.h"
#include "platform/Keychain.h"
#include "session/ServerKey.h"
#include "socketio/WebSocketTransport.h"

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QIcon>
#include <QQuickAsyncImageProvider>
#include <QQuickWindow>
#include <QTimer>

#include <utility>

#include "Version.h"

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

using namespace std::chrono_literals;

/// A window that is not drawn (another one covers it, say) must not keep the rest from beginning.
constexpr auto longestFirstFrame = 1s;

const QString engineVersionsKey = QStringLiteral("connection/engineVersions");

} // namespace

Program::Program(const CommandLine &line, const DataFolder &folder, QObject *parent)
    : QObject(parent), m_line(line), m_folder(folder), m_settings(folder.path()), m_windowMemory(m_settings),
      m_pictures(folder.path(), m_clock)
{
    QCoreApplication::setApplicationVersion(QStringLiteral(OPENTRIP_VERSION));
    m_language.speak(m_line.language.isEmpty()
            ? m_settings.value(QStringLiteral("appearance/language"), Language::ofSystem())
            : m_line.language);
    makeSession();
    makeAppearance();
    makeModels();
    joinSignIn();
    joinKeychain();
    connect(&m_endSignals, &EndSignals::endWanted, qGuiApp, &QCoreApplication::quit);
}

Program::~Program()
{
    if (const QWindow *shown = window()) {
        m_windowMemory.remember(*shown);
    }
    // Views before the models they show, models before the session they listen to.
    m_desktop.reset();
    m_engine.reset();
    m_app.reset();
    m_keeper.reset();
    m_demo.reset();
    m_coreThread.quit();
    m_coreThread.wait();
}

void Program::speak(const QString &language)
{
    m_language.speak(language);
    m_app->retranslate();
    if (m_engine) {
        m_engine->retranslate();
    }
    if (m_desktop) {
        m_desktop->retranslate();
    }
}

void Program::makeSession()
{
    m_session = new session::Session([] { return std::make_unique<socketio::WebSocketTransport>(); }, m_clock);
    m_session->moveToThread(&m_coreThread);
    connect(&m_coreThread, &QThread::finished, m_session, &QObject::deleteLater);
    m_coreThread.setObjectName(QStringLiteral("core"));
    rememberEngineVersions();
    m_pictures.start(m_coreThread);
    connect(m_session, &session::Session::connectionChanged, this, [this](const session::Connection &connection) {
        if (connection.link == session::Link::Online) {
            m_pictures.retryNow();
        }
    });
    m_keychain = std::make_unique<platform::Keychain>();
    m_keeper = std::make_unique<SignInKeeper>(*m_session, *m_keychain, m_settings, m_clock, m_folder.path());
}

void Program::makeAppearance()
{
    m_appearance = std::make_unique<models::Appearance>(m_settings, themeOfThisRun(m_line.theme), m_language.code());
    m_colours = std::make_unique<platform::ColourScheme>();
    m_appearance->setSystemDark(m_colours->isDark());
    connect(
        m_colours.get(), &platform::ColourScheme::darkChanged, m_appearance.get(), &models::Appearance::setSystemDark);
    connect(m_appearance.get(), &models::Appearance::languageChosen, this, &Program::speak);
}

void Program::makeModels()
{
    models::App::Options options;
    options.signIn = {m_line.server.toString(), m_line.path, m_folder.path()};
    if (isResuming()) {
        const auto address = *m_keeper->keptAt();
        options.signIn = {address.server.toString(), address.path, m_folder.path()};
    }
    options.tokenGiven = m_line.demo || !m_line.token.isEmpty() || isResuming();
    m_app = std::make_unique<models::App>(*m_session, m_clock, *m_appearance, options);
    connect(m_app.get(), &models::App::quitRequested, qGuiApp, &QCoreApplication::quit);
    // Whoever comes back to the window wants to see today's "Yesterday".
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, m_app.get(), [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive) {
            m_app->checkTime();
        }
    });
}

void Program::joinSignIn()
{
    models::SignInPage *page = m_app->signIn();
    connect(page, &models::SignInPage::demoRequested, this, &Program::startDemo);
    connect(page, &models::SignInPage::signInRequested, this, [this, page] {
        m_isDemoAwaited = false;
        const auto token = models::SignInInput::token(page->token());
        const auto server = models::SignInInput::server(page->server());
        const auto path = models::SignInInput::path(page->path());
        if (token && server && path) {
            m_keeper->keep({*server, *path}, *token);
        }
    });
    connect(page, &models::SignInPage::cancelled, this, [this] {
        m_isDemoAwaited = false;
        m_keeper->keepNothing();
    });
    connect(m_app.get(), &models::App::signOutRequested, m_keeper.get(), &SignInKeeper::signOut);
}

void Program::joinKeychain()
{
    models::ConnectionBanner *banner = m_app->connection();
    connect(m_keeper.get(), &SignInKeeper::keychainChanged, banner, &models::ConnectionBanner::setKeychain);
    connect(banner, &models::ConnectionBanner::keychainRequested, m_keeper.get(), &SignInKeeper::askKeychain);
    connect(banner, &models::ConnectionBanner::continueRequested, m_keeper.get(), &SignInKeeper::continueForThisRun);
    connect(m_keeper.get(), &SignInKeeper::tokenWanted, this, [this](const QUrl &server, const QString &path) {
        m_app->signIn()->setServer(server.toString());
        m_app->signIn()->setPath(path);
        m_app->signInAgain();
    });
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
    m_engine->addImageProvider(QStringLiteral("picture"), m_pictures.makeProvider());
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
    if (auto *drawn = qobject_cast<QQuickWindow *>(made)) {
        connect(drawn, &QQuickWindow::frameSwapped, this, &Program::makeDesktop, Qt::SingleShotConnection);
    }
    QTimer::singleShot(longestFirstFrame, this, &Program::makeDesktop);
    return true;
}

/// What the first frame need not wait for.
void Program::makeDesktop()
{
    if (m_desktop || !window()) {
        return;
    }
    m_desktop = std::make_unique<Desktop>(*window(), *m_app, *m_session, m_settings, m_clock);
    m_keeper->askKeychain();
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
    } else if (isResuming()) {
        m_keeper->resume();
    } else {
        m_session->signOut();
    }
}

/// Whoever stayed signed in is signed in again, unless the command line names another place, or another token.
bool Program::isResuming() const
{
    const auto address = m_keeper->keptAt();
    if (!address || m_line.demo || !m_line.token.isEmpty()) {
        return false;
    }
    return !m_line.addressGiven
        || session::serverKey(m_line.server, m_line.path) == session::serverKey(address->server, address->path);
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
    m_demo = std::make_unique<DemoHost>(demoFolder(), m_language.code());
    connect(m_demo.get(), &DemoHost::started, this, &Program::signInToDemo);
    connect(m_demo.get(), &DemoHost::failed, this, [this] {
        if (std::exchange(m_isDemoAwaited, false)) {
            m_app->signIn()->demoFailed();
        }
    });
    joinDemoPanel();
    return true;
}

void Program::joinDemoPanel()
{
    using Panel = models::DemoPanel;
    const Panel *panel = m_app->demoPanel();
    DemoHost *demo = m_demo.get();
    connect(panel, &Panel::cutConnectionRequested, demo, &DemoHost::cutConnection);
    connect(panel, &Panel::restoreConnectionRequested, demo, &DemoHost::restoreConnection);
    connect(panel, &Panel::loseNextAckRequested, demo, &DemoHost::loseNextAck);
    connect(panel, &Panel::restartServerRequested, demo, &DemoHost::restartServer);
    connect(panel, &Panel::floodRequested, demo, &DemoHost::flood);
    connect(panel, &Panel::startOverRequested, this, [this] {
        m_isStartingOver = true;
        m_session->signOut();
    });
    connect(m_session, &session::Session::phaseChanged, demo, [this](session::Phase phase) {
        if (phase == session::Phase::SignedOut && std::exchange(m_isStartingOver, false)) {
            startDemoOver();
        }
    });
    connect(panel, &Panel::leaveRequested, m_app.get(), &models::App::signInAgain);
}

/// What was done in the demo's world (pins, mutes) goes with it. Nobody has its data open at this moment.
void Program::startDemoOver()
{
    QDir(demoFolder() + QStringLiteral("/accounts")).removeRecursively();
    m_demo->restoreConnection();
    m_app->demoPanel()->reset();
    m_demo->startOver();
    startDemo();
}

QString Program::demoFolder() const
{
    return m_demoFolder ? m_demoFolder->path() : m_folder.path();
}

void Program::signInToDemo(const session::Credentials &credentials)
{
    // It takes a moment to start: whoever cancelled meanwhile, or signs in elsewhere, must not end up in it.
    if (std::exchange(m_isDemoAwaited, false)) {
        m_keeper->keepNothing();
        m_app->setDemo(true);
        m_session->signIn(credentials);
    }
}

} // namespace app
