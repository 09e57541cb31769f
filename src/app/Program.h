// SPDX-License-Identifier: MIT
#pragma once

#include "app/CommandLine.h"
#include "app/DataFolder.h"
#include "app/EndSignals.h"
#include "app/Language.h"
#include "app/WindowMemory.h"
#include "base/Settings.h"
#include "base/SystemClock.h"
#include "media/Pictures.h"
#include "models/App.h"
#include "models/Appearance.h"
#include "session/Session.h"

#include <QObject>
#include <QQmlApplicationEngine>
#include <QThread>
#include <QWindow>

#include <memory>

namespace platform {
class ColourScheme;
class Keychain;
} // namespace platform

namespace app {

class DemoHost;
class Desktop;
class SignInKeeper;

/// The composition root: makes every object that lives as long as the program, and joins them. Nothing else does.
class Program : public QObject
{
    Q_OBJECT

public:
    /// `folder` outlives this.
    Program(const CommandLine &line, const DataFolder &folder, QObject *parent = nullptr);
    ~Program() override;

    /// Opens the window and begins to sign in; false if the window cannot be made (the log says why).
    bool start();

    /// The window, null before start().
    QWindow *window() const;
    /// What the window shows.
    const models::App &models() const { return *m_app; }

private:
    void speak(const QString &language);
    void makeSession();
    void makeAppearance();
    void makeModels();
    void joinSignIn();
    void joinKeychain();
    void rememberEngineVersions();
    void makeDesktop();
    bool isResuming() const;
    void signInAtStart();
    void startDemo();
    bool makeDemo();
    void joinDemoPanel();
    void startDemoOver();
    QString demoFolder() const;
    void signInToDemo(const session::Credentials &credentials);

    const CommandLine m_line;
    const DataFolder &m_folder;
    base::Settings m_settings;
    base::SystemClock m_clock;
    WindowMemory m_windowMemory;
    EndSignals m_endSignals;
    Language m_language;
    QThread m_coreThread;
    session::Session *m_session = nullptr; ///< lives in m_coreThread, ends with it
    media::Pictures m_pictures;
    std::unique_ptr<platform::Keychain> m_keychain;
    std::unique_ptr<SignInKeeper> m_keeper;
    std::unique_ptr<platform::ColourScheme> m_colours;
    std::unique_ptr<models::Appearance> m_appearance;
    std::unique_ptr<models::App> m_app;
    std::unique_ptr<DataFolder> m_demoFolder; ///< null with --demo: then `m_folder` is the demo's
    std::unique_ptr<DemoHost> m_demo;
    bool m_isDemoAwaited = false; ///< it was asked for, and has neither started nor been cancelled
    bool m_isStartingOver = false; ///< the demo, as soon as nobody is signed in
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    std::unique_ptr<Desktop> m_desktop; ///< null until the window has been drawn
};

} // namespace app
