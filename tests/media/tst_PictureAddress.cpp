// SPDX-License-Identifier: MIT
#include "media/PictureAddress.h"

#include <QTest>

class TestPictureAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMayBeAskedFor_data();
    void whatMayBeAskedFor();
    void qmlNamesExactlyWhatMayBeAskedFor_data() { whatMayBeAskedFor_data(); }
    void qmlNamesExactlyWhatMayBeAskedFor();
    void theSourceSurvivesQml_data();
    void theSourceSurvivesQml();
    void aStrangeIdIsNoAddress_data();
    void aStrangeIdIsNoAddress();
};

void TestPictureAddress::whatMayBeAskedFor_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("url");

    const auto yes = [](const char *name, const char *address, const char *url) {
        QTest::newRow(name) << QString::fromUtf8(address) << QString::fromUtf8(url);
    };
    const auto no = [&yes](const char *name, const char *address) { yes(name, address, ""); };

    yes("S3", "https://s3.amazonaws.com/media/1_a.jpg", "https://s3.amazonaws.com/media/1_a.jpg");
    yes("no extension", "https://cdn.example.org/1", "https://cdn.example.org/1");
    yes("a query", "https://cdn.example.org/1?v=2&w=%20", "https://cdn.example.org/1?v=2&w=%20");
    yes("a fragment is no part of a request", "https://cdn.example.org/1#top", "https://cdn.example.org/1");
    yes("capital letters", "HTTPS://CDN.example.org/A.JPG", "https://cdn.example.org/A.JPG");
    yes("a space", "https://cdn.example.org/a b.jpg", "https://cdn.example.org/a%20b.jpg");
    yes("an @ in the path", "https://cdn.example.org/@ayu/1.jpg", "https://cdn.example.org/@ayu/1.jpg");
    yes("http on this computer", "http://127.0.0.1:8080/1.png", "http://127.0.0.1:8080/1.png");
    yes("by its name", "http://localhost:8080/1.png", "http://localhost:8080/1.png");
    yes("by IPv6", "http://[::1]:8080/1.png", "http://[::1]:8080/1.png");

    no("missing", "");
    no("none", "none");
    no("null", "null");
    no("relative", "image.url");
    no("a path", "/media/1.jpg");
    no("no scheme", "//cdn.example.org/1.jpg");
    no("http elsewhere", "http://cdn.example.org/1.jpg");
    no("http on a name that looks like here", "http://localhost.example.org/1.jpg");
    no("http in the local network", "http://192.168.1.1/1.jpg");
    no("a file", "file:///etc/passwd");
    no("data", "data:image/png;base64,iVBORw0KGgo=");
    no("ftp", "ftp://cdn.example.org/1.jpg");
    no("the program's own", "qrc:/app/icon.svg");
    no("another provider", "image://picture/1");
    no("a scheme that begins like one of ours", "https+unix://cdn.example.org/1.jpg");
    no("no host", "https:///1.jpg");
    no("no slashes", "https:1.jpg");
    no("user and password", "https://me:secret@cdn.example.org/1.jpg");
    no("user", "https://me@cdn.example.org/1.jpg");
    no("an empty user", "https://@cdn.example.org/1.jpg");
    no("an impossible port", "https://cdn.example.org:99999/1.jpg");
    QTest::newRow("endless") << QString(QStringLiteral("https://cdn.example.org/") + QString(5000, u'a')) << QString();
}

void TestPictureAddress::whatMayBeAskedFor()
{
    QFETCH(QString, address);
    QFETCH(QString, url);
    const auto found = media::pictureUrl(address);
    QCOMPARE(found ? QString::fromLatin1(found->toEncoded()) : QString(), url);
}

void TestPictureAddress::qmlNamesExactlyWhatMayBeAskedFor()
{
    QFETCH(QString, address);
    QFETCH(QString, url);
    QCOMPARE(media::pictureSource(address).isEmpty(), url.isEmpty());
}

void TestPictureAddress::theSourceSurvivesQml_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("plain") << QStringLiteral("https://cdn.example.org/1.jpg");
    QTest::newRow("percent signs") << QStringLiteral("https://cdn.example.org/a%2Fb%20c%25.jpg?x=%26&y=+");
    QTest::newRow("not Latin") << QStringLiteral("https://cdn.example.org/гора/山.jpg");
    QTest::newRow("dots") << QStringLiteral("https://cdn.example.org/../a//b.jpg");
}

void TestPictureAddress::theSourceSurvivesQml()
{
    QFETCH(QString, address);
    const QUrl source(media::pictureSource(address));
    QVERIFY(source.isValid());
    QCOMPARE(source.host(), QStringLiteral("picture"));
    // As Qt makes the id for a provider.
    const QString id = source.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority).mid(1);
    QCOMPARE(media::addressOfPictureId(id), address);
}

void TestPictureAddress::aStrangeIdIsNoAddress_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("empty") << QString();
    QTest::newRow("not base64") << QStringLiteral("https://cdn.example.org/1.jpg");
    QTest::newRow("not Latin") << QStringLiteral("гора");
}

void TestPictureAddress::aStrangeIdIsNoAddress()
{
    QFETCH(QString, id);
    QVERIFY(!media::pictureUrl(media::addressOfPictureId(id)));
}

QTEST_APPLESS_MAIN(TestPictureAddress)
#include "tst_PictureAddress.moc"
