// SPDX-License-Identifier: MIT
#include "demo/SampleTexts.h"

#include <QFile>

#include <algorithm>

namespace demo {

namespace {

const QString always = QStringLiteral("id"); ///< the language of what is not translated

/// The lines of a text, without comments, each trimmed. A blank line is kept: it ends something.
QStringList linesOf(const QString &name)
{
    QFile file(QStringLiteral(":/demo/texts/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        return {}; // linked without its resources: the tests find a world without chats
    }
    QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    lines.removeIf([](const QString &line) { return line.startsWith(QLatin1Char('#')); });
    for (QString &line : lines) {
        line = line.trimmed();
    }
    return lines;
}

QStringList partsOf(const QString &text, QChar separator)
{
    QStringList parts = text.split(separator, Qt::SkipEmptyParts);
    for (QString &part : parts) {
        part = part.trimmed();
    }
    return parts;
}

SampleLine spoken(const QString &line)
{
    return {line.front().digitValue(), line.sliced(1).trimmed()};
}

bool isSpoken(const QString &line)
{
    return line.size() > 2 && line[0].isDigit() && line[1] == QLatin1Char(' ');
}

std::chrono::minutes ageOf(QString text)
{
    const QChar unit = text.back();
    text.chop(1);
    const int minutesEach = unit == QLatin1Char('d') ? 24 * 60 : unit == QLatin1Char('h') ? 60 : 1;
    return std::chrono::minutes(text.toInt() * minutesEach);
}

GroupRules rulesNamed(const QString &name)
{
    if (name == QLatin1String("open")) {
        return GroupRules::Open;
    }
    if (name == QLatin1String("noinvites")) {
        return GroupRules::NoInvites;
    }
    if (name == QLatin1String("announcements")) {
        return GroupRules::Announcements;
    }
    return name == QLatin1String("allAdmins") ? GroupRules::AllAdministrators : GroupRules::Usual;
}

/// `[group] members=24 …` or `[private Sri Wahyuni] age=…`.
SampleChat headOf(const QString &line)
{
    SampleChat chat;
    const qsizetype end = line.indexOf(QLatin1Char(']'));
    const QString kind = line.sliced(1, end - 1);
    if (kind.startsWith(QLatin1String("private "))) {
        chat.partner = kind.sliced(8);
    }
    const auto items = partsOf(line.sliced(end + 1), QLatin1Char(' '));
    for (const QString &item : items) {
        const QString value = item.section(QLatin1Char('='), 1).replace(QLatin1Char('_'), QLatin1Char(' '));
        if (item == QLatin1String("mine")) {
            chat.mine = true;
        } else if (item.startsWith(QLatin1String("members="))) {
            chat.memberCount = value.toInt();
        } else if (item.startsWith(QLatin1String("rules="))) {
            chat.rules = rulesNamed(value);
        } else if (item.startsWith(QLatin1String("age="))) {
            chat.lastMessageAge = ageOf(value);
        } else if (item.startsWith(QLatin1String("unread="))) {
            chat.unread = value.toInt();
        } else if (item.startsWith(QLatin1String("about="))) {
            chat.about = value;
        } else if (item.startsWith(QLatin1String("place="))) {
            chat.place = value;
        }
    }
    return chat;
}

/// The part of a chat in one language begins: what was read of another one is forgotten.
void beginWords(SampleChat &chat, const QString &titleAndDescription)
{
    chat.title = titleAndDescription.section(QStringLiteral(" | "), 0, 0).trimmed();
    chat.description = titleAndDescription.section(QStringLiteral(" | "), 1).trimmed();
    chat.talk.clear();
    chat.coming.clear();
}

/// One chat's lines, from `first` to the blank line at its end; `first` is then behind them.
SampleChat readChat(const QStringList &lines, qsizetype &first, const QString &language)
{
    SampleChat chat = headOf(lines[first]);
    bool hasLanguage = false; ///< its words in the language have been read
    bool reading = false;
    QStringList languages;
    for (++first; first < lines.size() && !lines[first].isEmpty(); ++first) {
        const QString &line = lines[first];
        if (line.startsWith(QLatin1String("en>")) || line.startsWith(QLatin1String("id>"))) {
            languages.append(line.first(2));
            reading = !hasLanguage;
            if (reading) {
                beginWords(chat, line.sliced(3));
                hasLanguage = languages.last() == language;
            }
        } else if (reading && line.startsWith(QLatin1Char('+'))) {
            // Whoever it is, the next one is somebody else.
            chat.coming.append({static_cast<int>(1 + chat.coming.size() % 3), line.sliced(1).trimmed()});
        } else if (reading && isSpoken(line)) {
            chat.talk.append(spoken(line));
        }
    }
    chat.alwaysIndonesian = languages == QStringList(always);
    return chat;
}

} // namespace

std::vector<SampleChat> SampleTexts::chats(const QString &language)
{
    std::vector<SampleChat> chats;
    const QStringList lines = linesOf(QStringLiteral("chats.txt"));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].startsWith(QLatin1Char('['))) {
            chats.push_back(readChat(lines, i, language));
        }
    }
    return chats;
}

SceneBook SampleTexts::scenes(const QString &language)
{
    SceneBook book;
    QString topic;
    Scene scene;
    const auto endScene = [&] {
        if (!scene.isEmpty()) {
            book.scenes[topic].append(std::exchange(scene, {}));
        }
    };
    const QStringList lines = linesOf(QStringLiteral("scenes_%1.txt").arg(language));
    for (const QString &line : lines) {
        if (isSpoken(line)) {
            scene.append(spoken(line));
            continue;
        }
        endScene();
        if (line.startsWith(QLatin1Char('@'))) {
            topic = line.sliced(1).trimmed();
        } else if (line.startsWith(QLatin1Char('='))) {
            const qsizetype colon = line.indexOf(QLatin1Char(':'));
            book.words.insert(line.sliced(1, colon - 1).trimmed(), partsOf(line.sliced(colon + 1), QLatin1Char('|')));
        }
    }
    endScene();
    return book;
}

std::vector<AnswerKind> SampleTexts::answers(const QString &language)
{
    std::vector<AnswerKind> kinds;
    const QStringList lines = linesOf(QStringLiteral("answers_%1.txt").arg(language));
    for (const QString &line : lines) {
        if (line.startsWith(QLatin1Char('@'))) {
            AnswerKind kind;
            kind.name = line.sliced(1).section(QLatin1Char(':'), 0, 0).trimmed();
            kind.words = partsOf(line.section(QLatin1Char(':'), 1), QLatin1Char('|'));
            kind.questionsOnly = kind.name.endsWith(QLatin1Char('?'));
            kind.name.remove(QLatin1Char('?'));
            if (kind.name.contains(QLatin1Char('/'))) {
                kind.about = kind.name.section(QLatin1Char('/'), 0, 0);
                kind.name = kind.name.section(QLatin1Char('/'), 1);
            }
            kinds.push_back(kind);
        } else if (!line.isEmpty() && !kinds.empty()) {
            kinds.back().answers.append(line);
        }
    }
    return kinds;
}

QStringList SampleTexts::names(int count)
{
    QHash<QString, QStringList> parts;
    QString part;
    const QStringList lines = linesOf(QStringLiteral("people.txt"));
    for (const QString &line : lines) {
        if (line.startsWith(QLatin1Char('@'))) {
            part = line.sliced(1).trimmed();
        } else if (part == QLatin1String("given") || part == QLatin1String("family")) {
            parts[part] += partsOf(line, QLatin1Char(' '));
        } else if (!line.isEmpty()) {
            parts[part].append(line);
        }
    }
    QStringList names = parts[QStringLiteral("me")] + parts[QStringLiteral("named")];
    const QStringList given = parts[QStringLiteral("given")];
    const QStringList families = parts[QStringLiteral("family")];
    // Strides that share no divisor with the lengths, which share none with each other: no pair comes twice.
    for (qsizetype i = 0; i < given.size() * families.size() && names.size() < count; ++i) {
        names.append(given[i * 31 % given.size()] + QLatin1Char(' ') + families[i * 37 % families.size()]);
    }
    return names;
}

} // namespace demo
