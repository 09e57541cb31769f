// SPDX-License-Identifier: MIT
#include "domain/Avatar.h"
#include "models/MyProfile.h"
#include "models/Stage.h"

#include <QSignalSpy>
#include <QTest>

using models::MyProfile;
using session::Phase;
using stage::userId;

namespace {

session::Me me(const QString &name, const char *server = "https://chat.example/")
{
    return {{userId(7), name, QStringLiteral("https://example.org/me.jpg")}, QUrl(QLatin1String(server))};
}

} // namespace

class tst_MyProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsKnownAtFirst()
    {
        stage::Stage stage;
        const MyProfile profile(stage.session);
        QVERIFY(!profile.isKnown());
        QCOMPARE(profile.name(), QString());
        QCOMPARE(profile.pictureSource(), QString());
        QCOMPARE(profile.serverText(), QString());
    }

    void saysWhoIsSignedIn()
    {
        stage::Stage stage;
        const MyProfile profile(stage.session);
        QSignalSpy changed(&profile, &MyProfile::changed);
        Q_EMIT stage.session.meChanged(me(QStringLiteral("Ayu\nLestari")));
        QVERIFY(profile.isKnown());
        QCOMPARE(profile.name(), QStringLiteral("Ayu Lestari"));
        QCOMPARE(profile.initials(), QStringLiteral("AL"));
        QCOMPARE(profile.avatarColour(), domain::avatarColour(userId(7).bytes()));
        QVERIFY(profile.pictureSource().startsWith(QStringLiteral("image://picture/")));
        Q_EMIT stage.session.meChanged(me(QStringLiteral("Ayu\nLestari")));
        QCOMPARE(changed.count(), 1);
    }

    void somebodyWithoutANameIsYou()
    {
        stage::Stage stage;
        const MyProfile profile(stage.session);
        Q_EMIT stage.session.meChanged(me(QStringLiteral(" \n")));
        QCOMPARE(profile.name(), QStringLiteral("You"));
        QCOMPARE(profile.initials(), QString());
    }

    void theServerIsNamedAsPeopleKnowIt_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("demo");
        QTest::addColumn<QString>("said");
        QTest::newRow("a host") << "https://chat.example/" << false << "chat.example";
        QTest::newRow("a port") << "http://127.0.0.1:8080/" << false << "127.0.0.1:8080";
        QTest::newRow("the demo") << "http://127.0.0.1:8080/" << true << "Demo";
        QTest::newRow("secrets in the address") << "https://u:p@chat.example/?token=abc" << false << "chat.example";
    }
    void theServerIsNamedAsPeopleKnowIt()
    {
        QFETCH(QString, address);
        QFETCH(bool, demo);
        stage::Stage stage;
        MyProfile profile(stage.session);
        Q_EMIT stage.session.meChanged(me(QStringLiteral("Ayu"), address.toLatin1().constData()));
        profile.setDemo(demo);
        QTEST(profile.serverText(), "said");
    }

    void signingOutForgets()
    {
        stage::Stage stage;
        const MyProfile profile(stage.session);
        Q_EMIT stage.session.meChanged(me(QStringLiteral("Ayu")));
        stage.tell(Phase::SignedOut);
        QVERIFY(!profile.isKnown());
    }
};

QTEST_GUILESS_MAIN(tst_MyProfile)
#include "tst_MyProfile.moc"
