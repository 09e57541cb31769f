// SPDX-License-Identifier: MIT
#include "base/SystemClock.h"
#include "media/PictureAddress.h"
#include "media/PictureServer.h"
#include "media/Pictures.h"
#include "media/SamplePictures.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickAsyncImageProvider>
#include <QQuickItem>
#include <QQuickView>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace media_bench;

namespace {

const QString one = QStringLiteral("/1");

int statusOf(const QObject &image)
{
    return image.property("status").toInt();
}

constexpr int ready = 1;
constexpr int loading = 2;
constexpr int failed = 3;

} // namespace

/// A true window of Qt Quick, drawn by the software renderer with two pixels to a point.
class TestPictureProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void thePictureIsDrawnRoundAndSharp();
    void aBadPictureIsAnError();
    void anImageThatGoesCancelsItsDownload();
    void theEngineMayGoWhileAnImageWaits();
    void thePicturesMayGoWhileAnImageWaits();

private:
    QObject *show(const QString &path);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PictureServer> m_server;
    base::SystemClock m_clock;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<media::Pictures> m_pictures;
    std::unique_ptr<QQuickView> m_view;
};

void TestPictureProvider::initTestCase()
{
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
}

void TestPictureProvider::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<PictureServer>();
    m_thread = std::make_unique<QThread>();
    m_pictures = std::make_unique<media::Pictures>(m_folder->path(), m_clock);
    m_pictures->start(*m_thread);
    m_thread->start();
    m_view = std::make_unique<QQuickView>();
    m_view->setColor(Qt::green);
    m_view->engine()->addImageProvider(QStringLiteral("picture"), m_pictures->makeProvider());
}

void TestPictureProvider::cleanup()
{
    m_view.reset();
    m_pictures.reset();
    m_thread->quit();
    QVERIFY(m_thread->wait(10'000));
}

/// An Image of 48 × 48 points. Qt multiplies its sourceSize with the screen's pixels per point.
QObject *TestPictureProvider::show(const QString &path)
{
    const QByteArray qml =
        "import QtQuick; Item { width: 48; height: 48; Image { objectName: 'image'; width: 48; height: 48;"
        "sourceSize: Qt.size(width, height);"
        "source: '"
        + media::pictureSource(m_server->address(path)).toLatin1() + "' } }";
    QQmlComponent component(m_view->engine());
    component.setData(qml, QUrl());
    QObject *made = component.create();
    m_view->setContent(QUrl(), nullptr, made);
    m_view->show();
    return made->findChild<QObject *>(QStringLiteral("image"));
}

void TestPictureProvider::thePictureIsDrawnRoundAndSharp()
{
    m_server->setPicture(one, plain("jpeg", {500, 300}, Qt::red));
    const QObject *image = show(one);
    QTRY_COMPARE(statusOf(*image), ready);
    // One pixel for each of the screen's.
    const int pixels = qRound(48 * m_view->devicePixelRatio());
    QCOMPARE(pixels, 96);
    QCOMPARE(m_pictures->counts().bytesInMemory, pixels * pixels * 4);
    QCOMPARE(m_pictures->counts().decoded, 1);

    const QImage drawn = m_view->grabWindow();
    QCOMPARE(drawn.size(), QSize(pixels, pixels));
    QVERIFY(drawn.pixelColor(pixels / 2, pixels / 2).red() > 240);
    QVERIFY(drawn.pixelColor(pixels / 2, 2).red() > 240);
    for (const QPoint corner : {QPoint(0, 0), QPoint(95, 0), QPoint(0, 95), QPoint(95, 95)}) {
        QCOMPARE(drawn.pixelColor(corner), QColor(Qt::green));
    }
}

void TestPictureProvider::aBadPictureIsAnError()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("there is no picture at this address")));
    m_server->setPicture(one, "<html></html>");
    const QObject *image = show(one);
    QTRY_COMPARE(statusOf(*image), failed);
    QCOMPARE(m_server->count(one), 1);
}

void TestPictureProvider::anImageThatGoesCancelsItsDownload()
{
    PictureServer::Answer answer;
    answer.isHeld = true;
    m_server->setAnswer(one, answer);
    QObject *image = show(one);
    QTRY_COMPARE(m_server->held(), 1);
    QCOMPARE(statusOf(*image), loading);
    delete image;
    QTRY_COMPARE(m_server->connections(), 0);
}

void TestPictureProvider::theEngineMayGoWhileAnImageWaits()
{
    PictureServer::Answer answer;
    answer.isHeld = true;
    m_server->setAnswer(one, answer);
    show(one);
    QTRY_COMPARE(m_server->held(), 1);
    m_view.reset();
    QTRY_COMPARE(m_server->connections(), 0);
}

void TestPictureProvider::thePicturesMayGoWhileAnImageWaits()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("there is no picture at this address")));
    PictureServer::Answer answer;
    answer.isHeld = true;
    m_server->setAnswer(one, answer);
    const QObject *image = show(one);
    QTRY_COMPARE(m_server->held(), 1);
    m_pictures.reset();
    QTRY_COMPARE(statusOf(*image), failed);
}

int main(int argc, char *argv[])
{
    qputenv("QT_SCALE_FACTOR", "2");
    QGuiApplication application(argc, argv);
    TestPictureProvider test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_PictureProvider.moc"
