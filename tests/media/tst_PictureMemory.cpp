// SPDX-License-Identifier: MIT
#include "media/PictureMemory.h"

#include <QTest>

namespace {

QUrl url(int number)
{
    return QUrl(QStringLiteral("https://cdn.example.org/") + QString::number(number));
}

QImage picture(int side)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::red);
    return image;
}

} // namespace

class TestPictureMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSizeIsKeptByItself();
    void theBytesAreCounted();
    void thoseUnusedTheLongestGoFirst();
    void whatAloneIsTooLargeIsNotKept();
};

void TestPictureMemory::eachSizeIsKeptByItself()
{
    media::PictureMemory memory(1'000'000);
    memory.insert(url(1), {10, 10}, picture(10));
    memory.insert(url(1), {20, 20}, picture(20));
    QCOMPARE(memory.find(url(1), {10, 10}).size(), QSize(10, 10));
    QCOMPARE(memory.find(url(1), {20, 20}).size(), QSize(20, 20));
    QVERIFY(memory.find(url(1), {10, 20}).isNull());
    QVERIFY(memory.find(url(2), {10, 10}).isNull());
}

void TestPictureMemory::theBytesAreCounted()
{
    media::PictureMemory memory(1'000'000);
    memory.insert(url(1), {10, 10}, picture(10));
    QCOMPARE(memory.bytes(), 400);
    memory.insert(url(2), {20, 20}, picture(20));
    QCOMPARE(memory.bytes(), 2000);
    memory.insert(url(2), {20, 20}, picture(20));
    QCOMPARE(memory.bytes(), 2000);
}

void TestPictureMemory::thoseUnusedTheLongestGoFirst()
{
    media::PictureMemory memory(3 * 400);
    for (const int number : {1, 2, 3}) {
        memory.insert(url(number), {10, 10}, picture(10));
    }
    QVERIFY(!memory.find(url(1), {10, 10}).isNull());
    memory.insert(url(4), {10, 10}, picture(10));
    QVERIFY(!memory.find(url(1), {10, 10}).isNull());
    QVERIFY(memory.find(url(2), {10, 10}).isNull());
    QVERIFY(!memory.find(url(3), {10, 10}).isNull());
    QCOMPARE(memory.bytes(), 1200);
}

void TestPictureMemory::whatAloneIsTooLargeIsNotKept()
{
    media::PictureMemory memory(300);
    memory.insert(url(1), {10, 10}, picture(10));
    QVERIFY(memory.find(url(1), {10, 10}).isNull());
    QCOMPARE(memory.bytes(), 0);
}

QTEST_APPLESS_MAIN(TestPictureMemory)
#include "tst_PictureMemory.moc"
