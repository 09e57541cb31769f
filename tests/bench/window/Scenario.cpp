// SPDX-License-Identifier: MIT
#include "bench/window/Scenario.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <sys/resource.h>
#include <utility>

namespace bench {

using namespace std::chrono_literals;

namespace {

/// As a person types, letter by letter: names of people and chats, with and without diacritics, a hit and none.
const QStringList typed{QStringLiteral("ayu lestari"), QStringLiteral("krakatau 49"), QStringLiteral("zoe n"),
    QStringLiteral("lucja"), QStringLiteral("Nuñez 12"), QStringLiteral("xqz"), QStringLiteral("a b c")};

double processMilliseconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto inMilliseconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return inMilliseconds(usage.ru_utime) + inMilliseconds(usage.ru_stime);
}

double pssInMegabytes()
{
    QFile rollup(QStringLiteral("/proc/self/smaps_rollup"));
    if (rollup.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> lines = rollup.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("Pss:")) {
                return line.simplified().split(' ').at(1).toDouble() / 1024;
            }
        }
    }
    return 0;
}

/// Every prefix of every text, in the order of typing.
QStringList keystrokes()
{
    QStringList words;
    for (const QString &text : typed) {
        for (qsizetype length = 1; length <= text.size(); ++length) {
            words.append(text.left(length));
        }
        words.append(QString());
    }
    return words;
}

QQuickItem *listBelow(QQuickItem *item, int rows)
{
    if (item->isVisible() && item->inherits("QQuickListView") && item->property("count").toInt() >= rows) {
        return item;
    }
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children) {
        if (QQuickItem *found = listBelow(child, rows)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

Scenario::Scenario(const models::App &app, QQuickWindow &window) : m_app(app), m_window(window), m_frames(window)
{
}

bool Scenario::run(const QString &name)
{
    const QHash<QString, void (Scenario::*)()> scenarios{{QStringLiteral("page"), &Scenario::page},
        {QStringLiteral("search"), &Scenario::search}, {QStringLiteral("flick"), &Scenario::flick},
        {QStringLiteral("idle"), &Scenario::idle}, {QStringLiteral("memory"), &Scenario::memory}};
    const auto found = scenarios.constFind(name);
    if (found == scenarios.constEnd()) {
        return false;
    }
    (this->*found.value())();
    return true;
}

void Scenario::page()
{
    after(2s, [this] {
        std::puts("ready");
        std::fflush(stdout);
        m_pulse.start();
        auto *tries = new QTimer(this);
        connect(tries, &QTimer::timeout, this, [this, tries] {
            if (m_app.connection()->isOnline()) {
                tries->stop();
            } else {
                m_app.connection()->retryNow();
            }
        });
        tries->start(200);
        when([this] { return m_app.chats()->count() >= 20; },
            [this] {
                after(3s, [this] {
                    say("gap", m_pulse.longestGap());
                    say("work", m_pulse.longestWork());
                    end();
                });
            });
    });
}

void Scenario::search()
{
    when([this] { return m_app.chats()->count() >= 5000; }, [this] { after(2s, [this] { type(0); }); });
}

void Scenario::type(int position)
{
    const QStringList words = keystrokes();
    if (position == words.size()) {
        say("gap", m_longestGap);
        say("work", m_longestWork);
        say("answer_p50", quantile(m_answers, 0.5));
        say("answer_p95", quantile(m_answers, 0.95));
        end();
        return;
    }
    m_pulse.start();
    m_asked = wallMilliseconds();
    m_app.search()->setWords(words.at(position));
    const bool asks = m_app.search()->isSearching();
    auto *answered = new QObject(this);
    const auto next = [this, answered, position, asks] {
        if (m_app.search()->isSearching()) {
            return;
        }
        if (asks) {
            m_answers.append(wallMilliseconds() - m_asked);
        }
        answered->deleteLater();
        // What follows from the answer (rows made, a frame drawn) belongs to the keystroke.
        after(120ms, [this, position] {
            m_longestGap = std::max(m_longestGap, m_pulse.longestGap());
            m_longestWork = std::max(m_longestWork, m_pulse.longestWork());
            type(position + 1);
        });
    };
    connect(m_app.search(), &models::SearchModel::searchingChanged, answered, next);
    next();
}

void Scenario::flick()
{
    when([this] { return list() && m_app.chats()->count() >= 10'000; },
        [this] {
            after(3s, [this] {
                list()->setProperty("maximumFlickVelocity", 60'000);
                list()->setProperty("flickDeceleration", 12'000);
                m_frames.start();
                flickOn();
            });
        });
}

void Scenario::flickOn()
{
    if (list()->property("atYEnd").toBool()) {
        say("frames", m_frames.count());
        say("drawing_p50", quantile(m_frames.drawing(), 0.5));
        say("drawing_p99", quantile(m_frames.drawing(), 0.99));
        say("work_p50", quantile(m_frames.work(), 0.5));
        say("work_p99", quantile(m_frames.work(), 0.99));
        end();
        return;
    }
    QMetaObject::invokeMethod(list(), "flick", Q_ARG(qreal, 0), Q_ARG(qreal, -60'000));
    after(200ms, [this] { when([this] { return !list()->property("moving").toBool(); }, [this] { flickOn(); }); });
}

void Scenario::idle()
{
    when([this] { return m_app.connection()->isOnline() && list(); },
        [this] {
            list()->forceActiveFocus(Qt::TabFocusReason);
            // All that follows from starting has been done by then: pages, statuses, pictures.
            after(20s, [this] {
                m_frames.start();
                const double before = processMilliseconds();
                after(60s, [this, before] {
                    say("cpu", processMilliseconds() - before);
                    say("frames", m_frames.count());
                    end();
                });
            });
        });
}

void Scenario::memory()
{
    when([this] { return list() != nullptr; },
        [this] {
            after(1500ms, [this] {
                say("pss_at_start", pssInMegabytes());
                when([this] { return m_app.chats()->count() >= 10'000; }, [this] { scrollOn(0); });
            });
        });
}

void Scenario::scrollOn(int pages)
{
    const double page = list()->height();
    const double rows = page / 68;
    if (pages * rows >= 500) {
        after(3s, [this] {
            say("pss_after_500_pictures", pssInMegabytes());
            end();
        });
        return;
    }
    list()->setProperty("contentY", list()->property("originY").toDouble() + pages * page);
    after(500ms, [this, pages] { scrollOn(pages + 1); });
}

void Scenario::when(std::function<bool()> question, std::function<void()> next)
{
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [timer, question = std::move(question), next = std::move(next)] {
        if (question()) {
            timer->stop();
            timer->deleteLater();
            next();
        }
    });
    timer->start(20);
}

void Scenario::after(std::chrono::milliseconds delay, std::function<void()> next)
{
    QTimer::singleShot(delay, Qt::PreciseTimer, this, std::move(next));
}

void Scenario::say(const char *name, double value)
{
    std::printf("%s %.2f\n", name, value);
    std::fflush(stdout);
}

void Scenario::end()
{
    QCoreApplication::quit();
}

QQuickItem *Scenario::list() const
{
    return listBelow(m_window.contentItem(), 1);
}

} // namespace bench
