// SPDX-License-Identifier: MIT
#include "models/Appearance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using models::Appearance;
using Theme = Appearance::Theme;

class tst_Appearance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        QVERIFY(m_folder->isValid());
        m_settings.emplace(m_folder->path());
    }
    void cleanup()
    {
        m_settings.reset();
        m_folder.reset();
    }

    void beginsAsTheSystemIs()
    {
        Appearance appearance(*m_settings, std::nullopt, QStringLiteral("id"));
        QCOMPARE(appearance.theme(), Theme::System);
        QCOMPARE(appearance.listWidth(), 320);
        QCOMPARE(appearance.language(), QStringLiteral("id"));
        QVERIFY(!appearance.reducedMotion());
        QVERIFY(!appearance.isDark());
        appearance.setSystemDark(true);
        QVERIFY(appearance.isDark());
    }

    void aChosenThemeIsKept()
    {
        Appearance(*m_settings, std::nullopt, QStringLiteral("en")).setTheme(Theme::Dark);
        QCOMPARE(Appearance(*m_settings, std::nullopt, QStringLiteral("en")).theme(), Theme::Dark);
        Appearance(*m_settings, std::nullopt, QStringLiteral("en")).setTheme(Theme::System);
        QCOMPARE(Appearance(*m_settings, std::nullopt, QStringLiteral("en")).theme(), Theme::System);
    }

    void theThemeOfThisRunIsNotKept()
    {
        QVERIFY(Appearance(*m_settings, Theme::Dark, QStringLiteral("en")).isDark());
        QCOMPARE(Appearance(*m_settings, std::nullopt, QStringLiteral("en")).theme(), Theme::System);
    }

    void choosingTheThemeOfThisRunKeepsIt()
    {
        Appearance(*m_settings, Theme::Dark, QStringLiteral("en")).setTheme(Theme::Dark);
        QCOMPARE(Appearance(*m_settings, std::nullopt, QStringLiteral("en")).theme(), Theme::Dark);
    }

    void darkIsToldOnlyWhereItChanges()
    {
        Appearance appearance(*m_settings, std::nullopt, QStringLiteral("en"));
        QSignalSpy dark(&appearance, &Appearance::darkChanged);
        QSignalSpy theme(&appearance, &Appearance::themeChanged);
        appearance.setTheme(Theme::Light);
        QCOMPARE(theme.count(), 1);
        QCOMPARE(dark.count(), 0);
        appearance.setSystemDark(true);
        QCOMPARE(dark.count(), 0);
        appearance.setTheme(Theme::System);
        QCOMPARE(dark.count(), 1);
        appearance.setTheme(Theme::Dark);
        QCOMPARE(theme.count(), 3);
        QCOMPARE(dark.count(), 1);
    }

    void theListsWidthStaysWithinItsLimitsAndIsKept_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("got");
        QTest::newRow("too narrow") << 12 << 260;
        QTest::newRow("inside") << 333 << 333;
        QTest::newRow("too wide") << 9'000 << 420;
    }
    void theListsWidthStaysWithinItsLimitsAndIsKept()
    {
        QFETCH(int, asked);
        Appearance appearance(*m_settings, std::nullopt, QStringLiteral("en"));
        QSignalSpy changed(&appearance, &Appearance::listWidthChanged);
        appearance.setListWidth(asked);
        appearance.setListWidth(asked);
        QCOMPARE(changed.count(), 1);
        QTEST(appearance.listWidth(), "got");
        QTEST(Appearance(*m_settings, std::nullopt, QStringLiteral("en")).listWidth(), "got");
    }

    void nonsenseInTheSettingsIsAsIfItWereNotThere_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QString>("width");
        QTest::addColumn<int>("got");
        QTest::newRow("words") << "neon"
                               << "wide" << 320;
        QTest::newRow("empty") << ""
                               << "" << 320;
        QTest::newRow("huge") << "1"
                              << "99999999999999" << 320;
        QTest::newRow("negative") << "-1"
                                  << "-5" << 260;
    }
    void nonsenseInTheSettingsIsAsIfItWereNotThere()
    {
        QFETCH(QString, theme);
        QFETCH(QString, width);
        m_settings->setValue(QStringLiteral("appearance/theme"), theme);
        m_settings->setValue(QStringLiteral("appearance/listWidth"), width);
        const Appearance appearance(*m_settings, std::nullopt, QStringLiteral("en"));
        QCOMPARE(appearance.theme(), Theme::System);
        QTEST(appearance.listWidth(), "got");
    }

private:
    std::optional<QTemporaryDir> m_folder;
    std::optional<base::Settings> m_settings;
};

QTEST_GUILESS_MAIN(tst_Appearance)
#include "tst_Appearance.moc"
