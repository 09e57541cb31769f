// SPDX-License-Identifier: MIT
#include "domain/Search.h"

#include <QTest>

using domain::TextRange;

class tst_Search : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsWhatPeopleType_data();
    void foldsWhatPeopleType();
    void foldingTwiceChangesNothing_data();
    void foldingTwiceChangesNothing();
    void splitsAQueryIntoWords_data();
    void splitsAQueryIntoWords();
    void marksWhatWasFound_data();
    void marksWhatWasFound();
    void ranksTheBeginningFirst_data();
    void ranksTheBeginningFirst();
    void textsOfMegabytesAreFolded_data();
    void textsOfMegabytesAreFolded();
};

void tst_Search::foldsWhatPeopleType_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("plain") << QStringLiteral("Ayu Lestari") << QStringLiteral("ayu lestari");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("only signs") << QStringLiteral(" -!- \U0001f30b ") << QString();
    QTest::newRow("accents and strokes") << QStringLiteral("Zoë ŁÓDŹ") << QStringLiteral("zoe lodz");
    QTest::newRow("accents of their own") << QStringLiteral("Zoe\u0308 Cafe\u0301") << QStringLiteral("zoe cafe");
    QTest::newRow("Danish") << QStringLiteral("Søren Ærø Åse") << QStringLiteral("soren aero ase");
    QTest::newRow("Icelandic") << QStringLiteral("Þórður Ðe") << QStringLiteral("thordur de");
    QTest::newRow("German") << QStringLiteral("Groß GROẞ Müßig") << QStringLiteral("gross gross mussig");
    QTest::newRow("French") << QStringLiteral("Œuvre l'été") << QStringLiteral("oeuvre l ete");
    QTest::newRow("Turkish") << QStringLiteral("İstanbul ISPARTA ılgaz") << QStringLiteral("istanbul isparta ilgaz");
    QTest::newRow("Vietnamese") << QStringLiteral("Nguyễn Đức Ưng") << QStringLiteral("nguyen duc ung");
    QTest::newRow("Croatian") << QStringLiteral("Đorđe Šibenik") << QStringLiteral("dorde sibenik");
    QTest::newRow("ligatures") << QStringLiteral("oﬃce ﬁn Ǆ") << QStringLiteral("office fin dz");
    QTest::newRow("wide") << QStringLiteral("Ａｙｕ　１２") << QStringLiteral("ayu 12");
    QTest::newRow("mathematical") << QStringLiteral("\U0001d4d0\U0001d502\U0001d4fe") << QStringLiteral("ayu");
    QTest::newRow("circled and small") << QStringLiteral("①² ½ ™") << QStringLiteral("12 1 2 tm");
    QTest::newRow("final sigma") << QStringLiteral("ΣΟΦΟΣ σοφος") << QStringLiteral("σοφοσ σοφοσ");
    QTest::newRow("Greek accents") << QStringLiteral("Άλφα ᾳ") << QStringLiteral("αλφα α");
    QTest::newRow("Russian") << QStringLiteral("ПЁТР Май") << QStringLiteral("петр маи");
    QTest::newRow("Arabic points") << QStringLiteral("مُحَمَّد") << QStringLiteral("محمد");
    QTest::newRow("Arabic digits") << QStringLiteral("٢٠٢٦") << QStringLiteral("2026");
    QTest::newRow("Hebrew points") << QStringLiteral("שָׁלוֹם") << QStringLiteral("שלום");
    QTest::newRow("Hindi vowel signs stay") << QStringLiteral("कि का") << QStringLiteral("कि का");
    QTest::newRow("Thai tone marks go, vowels stay") << QStringLiteral("กี่") << QStringLiteral("กี");
    QTest::newRow("Korean, composed and not") << QStringLiteral("한") << QStringLiteral("\u1112\u1161\u11ab");
    QTest::newRow("Chinese") << QStringLiteral("雅加达 Jakarta") << QStringLiteral("雅加达 jakarta");
    QTest::newRow("okina") << QStringLiteral("Hawaiʻi") << QStringLiteral("hawaii");
    QTest::newRow("soft hyphen and joiners") << QStringLiteral("Jo\u00adko\u200bwi\u2060") << QStringLiteral("jokowi");
    QTest::newRow("lines and tabs") << QStringLiteral("\tOne\r\n two\u2028three ") << QStringLiteral("one two three");
    QTest::newRow("hyphens and dots") << QStringLiteral("a.k.a. – b_c") << QStringLiteral("a k a b c");
    QTest::newRow("only accents") << QStringLiteral("\u0301\u0308") << QString();
    QTest::newRow("an accent at the beginning") << QStringLiteral("\u0301a") << QStringLiteral("a");
    QTest::newRow("half a surrogate") << QString(QStringLiteral("a") % QChar(0xd83d) % QStringLiteral("b"))
                                      << QStringLiteral("a b");
    QTest::newRow("an expansion with spaces inside")
        << QStringLiteral("\u3300 \ufdfb") << QStringLiteral("アハ\u309aート جل جلاله");
    QTest::newRow("a long s, a kelvin") << QStringLiteral("ſ\u212a") << QStringLiteral("sk");
}

void tst_Search::foldsWhatPeopleType()
{
    QFETCH(QString, text);
    QFETCH(QString, folded);
    QCOMPARE(domain::fold(text), folded);
}

void tst_Search::foldingTwiceChangesNothing_data()
{
    foldsWhatPeopleType_data();
}

void tst_Search::foldingTwiceChangesNothing()
{
    QFETCH(QString, text);
    const QString once = domain::fold(text);
    QCOMPARE(domain::fold(once), once);
}

void tst_Search::splitsAQueryIntoWords_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("none") << QStringLiteral(" … ") << QStringList();
    QTest::newRow("one") << QStringLiteral(" Krakatau ") << QStringList{QStringLiteral("krakatau")};
    QTest::newRow("each once") << QStringLiteral("bali BALI trip")
                               << QStringList{QStringLiteral("bali"), QStringLiteral("trip")};
    QTest::newRow("a document") << QString(10'000'000, QLatin1Char('x')) << QStringList{QString(256, QLatin1Char('x'))};
}

void tst_Search::splitsAQueryIntoWords()
{
    QFETCH(QString, query);
    QFETCH(QStringList, words);
    QCOMPARE(domain::searchWords(query), words);
}

void tst_Search::marksWhatWasFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QList<TextRange>>("hits");
    using Hits = QList<TextRange>;
    QTest::newRow("no words") << QStringLiteral("Bali") << QStringLiteral(" ") << Hits{};
    QTest::newRow("beginning") << QStringLiteral("Bali") << QStringLiteral("ba") << Hits{{0, 2}};
    QTest::newRow("inside") << QStringLiteral("Bali") << QStringLiteral("al") << Hits{{1, 2}};
    QTest::newRow("nowhere") << QStringLiteral("Bali") << QStringLiteral("bx") << Hits{};
    QTest::newRow("one of two is nowhere") << QStringLiteral("Bali trip") << QStringLiteral("bali x") << Hits{};
    QTest::newRow("a word's beginning before its inside")
        << QStringLiteral("Kota Tana") << QStringLiteral("ta") << Hits{{5, 2}};
    QTest::newRow("each word once") << QStringLiteral("Ana Ana") << QStringLiteral("ana") << Hits{{0, 3}};
    QTest::newRow("in the text's order") << QStringLiteral("Trip to Bali") << QStringLiteral("bali trip")
                                         << Hits{{0, 4}, {8, 4}};
    QTest::newRow("overlapping") << QStringLiteral("Anatomy") << QStringLiteral("ana anat") << Hits{{0, 4}};
    QTest::newRow("one inside of another") << QStringLiteral("Anatomy") << QStringLiteral("anat nat") << Hits{{0, 4}};
    QTest::newRow("side by side") << QStringLiteral("Anatomy") << QStringLiteral("ana tomy") << Hits{{0, 3}, {3, 4}};
    QTest::newRow("with its accents") << QStringLiteral("Cafe\u0301s") << QStringLiteral("cafe") << Hits{{0, 5}};
    QTest::newRow("behind an accent") << QStringLiteral("e\u0301\u0308tude") << QStringLiteral("tud") << Hits{{3, 3}};
    QTest::newRow("half a ligature") << QStringLiteral("oﬃce") << QStringLiteral("of") << Hits{{0, 2}};
    QTest::newRow("sharp s") << QStringLiteral("Groß Gerau") << QStringLiteral("gross ger") << Hits{{0, 4}, {5, 3}};
    QTest::newRow("beyond the first plane")
        << QStringLiteral("\U0001f30b \U0001d4d0\U0001d502\U0001d4fe") << QStringLiteral("yu") << Hits{{5, 4}};
    QTest::newRow("across a sign") << QStringLiteral("Ubud–Bali") << QStringLiteral("ubud-bali")
                                   << Hits{{0, 4}, {5, 4}};
    QTest::newRow("with a soft hyphen") << QStringLiteral("Jo\u00adko") << QStringLiteral("jok") << Hits{{0, 4}};
}

void tst_Search::marksWhatWasFound()
{
    QFETCH(QString, text);
    QFETCH(QString, query);
    QFETCH(QList<TextRange>, hits);
    QCOMPARE(domain::searchHits(text, query), hits);
    // What is marked and what is found must never disagree.
    const QStringList words = domain::searchWords(query);
    QCOMPARE(domain::searchRank(domain::fold(text), words).has_value() && !words.isEmpty(), !hits.isEmpty());
}

void tst_Search::ranksTheBeginningFirst_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("rank");
    QTest::newRow("begins the text") << QStringLiteral("ayu lestari") << QStringLiteral("ay") << 0;
    QTest::newRow("begins, others begin words") << QStringLiteral("ayu lestari") << QStringLiteral("ay les") << 0;
    QTest::newRow("begins, another is inside") << QStringLiteral("ayu lestari") << QStringLiteral("ay est") << 2;
    QTest::newRow("begins a later word") << QStringLiteral("ayu lestari") << QStringLiteral("les") << 1;
    QTest::newRow("other order") << QStringLiteral("ayu lestari") << QStringLiteral("les ay") << 1;
    QTest::newRow("inside") << QStringLiteral("ayu lestari") << QStringLiteral("star") << 2;
    QTest::newRow("inside first, a word's beginning later") << QStringLiteral("kota tana") << QStringLiteral("ta") << 1;
    QTest::newRow("missing") << QStringLiteral("ayu lestari") << QStringLiteral("ay x") << -1;
    QTest::newRow("nothing in nothing") << QString() << QStringLiteral("x") << -1;
}

void tst_Search::ranksTheBeginningFirst()
{
    QFETCH(QString, text);
    QFETCH(QString, query);
    QFETCH(int, rank);
    QCOMPARE(domain::searchRank(text, domain::searchWords(query)).value_or(-1), rank);
}

void tst_Search::textsOfMegabytesAreFolded_data()
{
    QTest::addColumn<QString>("piece");
    QTest::addColumn<QString>("folded");
    QTest::newRow("letters") << QStringLiteral("A") << QStringLiteral("a");
    // Putting so many in order, as normalizing does, would take longer than any test may.
    QTest::newRow("accents in the wrong order") << QStringLiteral("\u0301\u0316") << QString();
    QTest::newRow("accented letters") << QStringLiteral("e\u0301\u0316\u0308") << QStringLiteral("e");
    QTest::newRow("ligatures") << QStringLiteral("\ufb03") << QStringLiteral("ffi");
    QTest::newRow("signs") << QStringLiteral("!?") << QString();
}

void tst_Search::textsOfMegabytesAreFolded()
{
    QFETCH(QString, piece);
    QFETCH(QString, folded);
    constexpr qsizetype units = 1'000'000;
    const qsizetype count = units / piece.size();
    QVERIFY(domain::fold(piece.repeated(count)) == folded.repeated(count));
}

QTEST_GUILESS_MAIN(tst_Search)
#include "tst_Search.moc"
