// SPDX-License-Identifier: MIT
#pragma once

#include "app/CommandLine.h"
#include "app/DataFolder.h"
#include "app/WindowMemory.h"
#include "base/Settings.h"
#include "base/SystemClock.h"
#include "models/App.h"
#include "models/Appearance.h"
#include "session/Session.h"

#include <QObject>
#include <QQmlApplicationEngine>
#include <QThread>
#include <QTranslator>
#include <QWindow>

#include <memory>

namespace app {

class DemoHost;
class SystemTheme;

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
    void installLanguage();
    void makeModels();
    void rememberEngineVersions();
    void signInAtStart();
    void startDemo();
    bool makeDemo();
    void signInToDemo(const session::Credentials &credentials);

    const CommandLine m_line;
    const DataFolder &m_folder;
    base::Settings m_settings;
    base::SystemClock m_clock;
    WindowMemory m_windowMemory;
    QString m_language;
    QTranslator m_translator;
    QThread m_coreThread;
    session::Session *m_session = nullptr; ///< lives in m_coreThread, ends with it
    std::unique_ptr<SystemTheme> m_systemTheme;
    std::unique_ptr<models::Appearance> m_appearance;
    std::unique_ptr<models::App> m_app;
    std::unique_ptr<DataFolder> m_demoFolder; ///< null with --demo: then `m_folder` is the demo's
    std::unique_ptr<DemoHost> m_demo;
    bool m_isDemoAwaited = false; ///< it was asked for, and has neither started nor been cancelled
    std::unique_ptr<QQmlApplicationEngine> m_engine;
};

} // namespace app
