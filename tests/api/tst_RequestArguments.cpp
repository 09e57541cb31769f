// SPDX-License-Identifier: MIT
#include "api/RequestArguments.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

class tst_RequestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListIsAskedForByOffsetLimitAndNewestFirst();
    void anIdIsABareString();
};

void tst_RequestArguments::aListIsAskedForByOffsetLimitAndNewestFirst()
{
    const QJsonObject expected{{QStringLiteral("offset"), 40}, {QStringLiteral("limit"), 25},
        {QStringLiteral("sort"), QStringLiteral("-last_message_date")}};
    QCOMPARE(QJsonDocument::fromJson(api::listChatsArgument({40, 25})).object(), expected);
}

void tst_RequestArguments::anIdIsABareString()
{
    const auto id = domain::ChatId::fromHex(std::string_view("5B01C0FFEE00000000000A01"));
    QVERIFY(id);
    QCOMPARE(api::idArgument(*id), QByteArray("\"5b01c0ffee00000000000a01\""));
}

QTEST_GUILESS_MAIN(tst_RequestArguments)
#include "tst_RequestArguments.moc"
