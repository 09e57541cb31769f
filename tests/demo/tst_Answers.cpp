// SPDX-License-Identifier: MIT
#include "demo/Answers.h"

#include <QSet>
#include <QTest>

using namespace std::chrono_literals;
using demo::Answers;
using demo::World;

/// That what people answer fits what I wrote.
class tst_Answers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatAMessageIs_data();
    void knowsWhatAMessageIs();
    void answersInTheLanguageOfTheMessage();
    void variesItsAnswers();
    void fillsInEveryWord_data();
    void fillsInEveryWord();

private:
    World m_world{20260217, QStringLiteral("en"), domain::Instant(1'792'000'000'000ms)};
    Answers m_answers{QStringLiteral("en")};
    demo::Dice m_dice{1};
};

void tst_Answers::knowsWhatAMessageIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    const auto add = [](const char *text, const char *kind) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(kind);
    };
    add("Thanks a lot!", "thanks");
    add("Makasih ya", "thanks");
    add("TERIMA KASIH", "thanks");
    add("Hello everybody", "greeting");
    add("Halo, apa kabar?", "how");
    add("Hi", "greeting");
    add("What time do we meet?", "when");
    add("Kumpul jam berapa?", "when");
    add("When I was young I had a boat", "when");
    add("I was there when it rained", "other");
    add("Where is the harbour?", "where");
    add("Di mana titik kumpulnya", "where");
    add("How much is the boat?", "price");
    add("Berapa per orang?", "price");
    add("Will it rain?", "weather");
    add("Hujan nggak?", "weather");
    add("Perlu bawa jaket?", "pack");
    add("I'm in!", "join");
    add("I’m in!", "join");
    add("Aku ikut", "join");
    add("Is it far?", "maybe");
    add("Jauh?", "maybe");
    add("Ok", "agree");
    add("Siap", "agree");
    add("👍", "agree");
    add("wkwk", "love");
    add("Good night", "bye");
    add("Sorry, I am late", "sorry");
    add("The mountain was quiet", "other");
    add("Thankful", "other");
    add("…", "other");
}

void tst_Answers::knowsWhatAMessageIs()
{
    QFETCH(QString, text);
    QTEST(m_answers.kindOf(text, QStringLiteral("friend"), QStringLiteral("en")), "kind");
    QTEST(m_answers.kindOf(text, QStringLiteral("friend"), QStringLiteral("id")), "kind");
}

void tst_Answers::answersInTheLanguageOfTheMessage()
{
    const auto answersTo = [this](const QString &text) {
        QSet<QString> answers;
        for (int i = 0; i < 40; ++i) {
            answers.insert(m_answers.to(text, 0, m_world, m_dice).text);
        }
        return answers;
    };
    QVERIFY(answersTo(QStringLiteral("thank you")).contains(QStringLiteral("You're very welcome!")));
    QVERIFY(answersTo(QStringLiteral("makasih")).contains(QStringLiteral("Sama-sama!")));
}

void tst_Answers::variesItsAnswers()
{
    QString before;
    for (int i = 0; i < 100; ++i) {
        const QString answer = m_answers.to(QStringLiteral("Halo"), 0, m_world, m_dice).text;
        QVERIFY(answer != before);
        before = answer;
    }
}

void tst_Answers::fillsInEveryWord_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Indonesian") << "id";
}

void tst_Answers::fillsInEveryWord()
{
    QFETCH(QString, language);
    World world(1, language, domain::Instant(1'792'000'000'000ms));
    Answers answers(language);
    for (const demo::AnswerKind &kind : demo::SampleTexts::answers(language)) {
        QVERIFY2(!kind.answers.isEmpty(), qPrintable(kind.name));
        for (const QString &answer : kind.answers) {
            for (qsizetype chat = 0; chat < 10; ++chat) {
                const QString said = world.phrase(chat, answer);
                QVERIFY2(!said.isEmpty() && !said.contains(QLatin1Char('{')) && !said.contains(QLatin1String("  ")),
                    qPrintable(said));
            }
        }
    }
}

QTEST_GUILESS_MAIN(tst_Answers)
#include "tst_Answers.moc"
