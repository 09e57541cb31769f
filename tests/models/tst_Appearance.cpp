// SPDX-License-Identifier: MIT
#include "models/Appearance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <limits>
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

    void aChosenLanguageIsKeptAndTold()
    {
        Appearance appearance(*m_settings, std::nullopt, QStringLiteral("en"));
        QSignalSpy chosen(&appearance, &Appearance::languageChosen);
        appearance.setLanguage(QStringLiteral("id"));
        appearance.setLanguage(QStringLiteral("id"));
        appearance.setLanguage(QStringLiteral("tlh"));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("id"));
        QCOMPARE(appearance.language(), QStringLiteral("id"));
        QCOMPARE(m_settings->value(QStringLiteral("appearance/language"), QString()), QStringLiteral("id"));
    }

    void choosingTheLanguageOfThisRunKeepsIt()
    {
        Appearance(*m_settings, std::nullopt, QStringLiteral("en")).setLanguage(QStringLiteral("en"));
        QCOMPARE(m_settings->value(QStringLiteral("appearance/language"), QString()), QStringLiteral("en"));
    }

    void theTextsSizeStaysWithinItsLimitsAndIsKept_data()
    {
        QTest::addColumn<double>("asked");
        QTest::addColumn<double>("got");
        QTest::newRow("too small") << 0.1 << 0.8;
        QTest::newRow("inside") << 1.25 << 1.25;
        QTest::newRow("too large") << 9.0 << 2.0;
        QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << 1.0;
        QTest::newRow("endless") << std::numeric_limits<double>::infinity() << 1.0;
    }
    void theTextsSizeStaysWithinItsLimitsAndIsKept()
    {
        QFETCH(double, asked);
        QFETCH(double, got);
        Appearance appearance(*m_settings, std::nullopt, QStringLiteral("en"));
        QSignalSpy changed(&appearance, &Appearance::textScaleChanged);
        appearance.setTextScale(asked);
        appearance.setTextScale(asked);
        QCOMPARE(changed.count(), qFuzzyCompare(got, 1.0) ? 0 : 1);
        QCOMPARE(appearance.textScale(), got);
        QCOMPARE(Appearance(*m_settings, std::nullopt, QStringLiteral("en")).textScale(), got);
    }

    void aTextSizeThatIsNoneIsTheUsualOne_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::addColumn<double>("got");
        QTest::newRow("words") << "large" << 1.0;
        QTest::newRow("not a number") << "nan" << 1.0;
        QTest::newRow("endless") << "inf" << 1.0;
        QTest::newRow("negative") << "-3" << 0.8;
        QTest::newRow("huge") << "400" << 2.0;
    }
    void aTextSizeThatIsNoneIsTheUsualOne()
    {
        QFETCH(QString, kept);
        m_settings->setValue(QStringLiteral("appearance/textScale"), kept);
        QTEST(Appearance(*m_settings, std::nullopt, QStringLiteral("en")).textScale(), "got");
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
