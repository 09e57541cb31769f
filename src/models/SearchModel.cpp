// SPDX-License-Identifier: MIT
#include "models/SearchModel.h"

#include "domain/Avatar.h"
#include "domain/Preview.h"
#include "domain/Search.h"
#include "media/PictureAddress.h"
#include "models/SearchModelPrivate.h"

#include <algorithm>
#include <utility>

namespace models {

using domain::ChatId;
using session::PersonHit;

namespace {

constexpr qsizetype longestName = 100;

SearchModel::Source sourceOf(session::Session &session)
{
    return {[&session](const session::SearchQuery &query) { return session.search(query); },
        [&session](domain::UserId user) { return session.chatsWith(user); }};
}

QList<int> marksOf(const QString &title, const QString &words)
{
    QList<int> marks;
    for (const domain::TextRange &range : domain::searchHits(title, words)) {
        marks << static_cast<int>(range.start) << static_cast<int>(range.length);
    }
    return marks;
}

/// The role of the list that says the same.
std::optional<ChatListModel::Role> listRole(int role)
{
    using List = ChatListModel;
    switch (role) {
    case SearchModel::ChatIdRole:
        return List::ChatIdRole;
    case SearchModel::TitleRole:
        return List::TitleRole;
    case SearchModel::DetailRole:
        return List::PreviewRole;
    case SearchModel::TimeTextRole:
        return List::TimeTextRole;
    case SearchModel::UnreadTextRole:
        return List::UnreadTextRole;
    case SearchModel::IsMutedRole:
        return List::IsMutedRole;
    case SearchModel::IsGroupRole:
        return List::IsGroupRole;
    case SearchModel::InitialsRole:
        return List::InitialsRole;
    case SearchModel::AvatarColourRole:
        return List::AvatarColourRole;
    case SearchModel::PictureSourceRole:
        return List::PictureSourceRole;
    case SearchModel::IsOnlineRole:
        return List::IsOnlineRole;
    case SearchModel::AccessibleNameRole:
        return List::AccessibleNameRole;
    default:
        return std::nullopt;
    }
}

} // namespace

QString SearchModel::nameOf(const PersonHit &hit)
{
    const QString line = domain::singleLine(hit.user.name, longestName);
    //: An unnamed person
    return line.isEmpty() ? tr("Someone") : line;
}

QString SearchModel::inCommon(const PersonHit &hit)
{
    return hit.sharedChats > 0 ? tr("%n chats in common", nullptr, hit.sharedChats) : tr("No chats in common");
}

QVariant SearchModel::chatValue(ChatId chat, int role) const
{
    switch (role) {
    case SectionRole:
        return tr("Chats");
    case IsPersonRole:
        return false;
    case UserIdRole:
        return QString();
    case MarksRole: {
        const QString title = d->chats.dataOf(chat, ChatListModel::TitleRole).toString();
        return QVariant::fromValue(d->person ? QList<int>() : marksOf(title, d->words));
    }
    default:
        break;
    }
    const auto same = listRole(role);
    return same ? d->chats.dataOf(chat, *same) : QVariant();
}

QVariant SearchModel::personValue(const PersonHit &hit, int role) const
{
    const auto presence = d->chats.presenceOf(hit.user.id);
    const bool isOnline = presence && presence->online;
    switch (role) {
    case SectionRole:
        return tr("People");
    case IsPersonRole:
        return true;
    case ChatIdRole:
    case TimeTextRole:
    case UnreadTextRole:
        return QString();
    case UserIdRole:
        return hit.user.id.toString();
    case TitleRole:
        return nameOf(hit);
    case MarksRole:
        return QVariant::fromValue(marksOf(nameOf(hit), d->words));
    case DetailRole:
        return inCommon(hit);
    case IsMutedRole:
    case IsGroupRole:
        return false;
    case InitialsRole:
        return domain::initials(hit.user.name);
    case AvatarColourRole:
        return domain::avatarColour(hit.user.id.bytes());
    case PictureSourceRole:
        return media::pictureSource(hit.user.pictureUrl);
    case IsOnlineRole:
        return isOnline;
    case AccessibleNameRole:
        //: What a screen reader says for a person: name, "3 chats in common"
        return isOnline ? tr("%1, person, online, %2").arg(nameOf(hit), inCommon(hit))
                        : tr("%1, person, %2").arg(nameOf(hit), inCommon(hit));
    default:
        return {};
    }
}

void SearchModel::Private::setProgress(const session::SyncProgress &next)
{
    const bool isMore = next.known != progress.known;
    progress = next;
    progressKnown = true;
    if (isMore && isActive()) {
        refresh();
    }
    tellDerived();
}

void SearchModel::Private::forgetProgress()
{
    progress = {};
    progressKnown = false;
    tellDerived();
}

QString SearchModel::Private::progressText() const
{
    return progressKnown && !progress.complete
        ? SearchModel::tr("Searching %n chats, more are loading", nullptr, progress.known)
        : QString();
}

void SearchModel::Private::removeChat(ChatId chat)
{
    const auto found = std::find_if(
        results.begin(), results.end(), [&](const Result &result) { return !result.person && result.chat == chat; });
    if (found != results.end()) {
        const int row = static_cast<int>(found - results.begin());
        q.beginRemoveRows({}, row, row);
        results.erase(found);
        q.endRemoveRows();
        tellDerived();
    }
}

void SearchModel::Private::tellChat(ChatId chat)
{
    for (std::size_t i = 0; i < results.size(); ++i) {
        const Result &result = results[i];
        if (result.person ? result.person->privateChat == chat : result.chat == chat) {
            const QModelIndex index = q.index(static_cast<int>(i));
            Q_EMIT q.dataChanged(index, index);
        }
    }
}

void SearchModel::Private::tellAll()
{
    if (!results.empty()) {
        Q_EMIT q.dataChanged(q.index(0), q.index(q.count() - 1));
    }
}

void SearchModel::Private::setSearching(bool now)
{
    if (std::exchange(searching, now) != now) {
        Q_EMIT q.searchingChanged();
    }
}

void SearchModel::Private::setFailed(bool now)
{
    if (std::exchange(failed, now) != now) {
        Q_EMIT q.failedTextChanged();
    }
}

void SearchModel::Private::setPerson(const std::optional<PersonHit> &next)
{
    const bool isOther = person.has_value() != next.has_value() || (person && person->user != next->user);
    person = next;
    if (!person) {
        beforePerson.clear();
    }
    if (isOther) {
        Q_EMIT q.personChanged();
    }
}

void SearchModel::Private::tellDerived()
{
    if (const bool active = isActive(); std::exchange(toldActive, active) != active) {
        Q_EMIT q.activeChanged();
    }
    if (std::exchange(toldCount, q.count()) != q.count()) {
        Q_EMIT q.countChanged();
    }
    if (const QString text = progressText(); std::exchange(toldProgress, text) != text) {
        Q_EMIT q.progressTextChanged();
    }
}

SearchModel::SearchModel(session::Session &session, ChatListModel &chats, TimeWords &times, QObject *parent)
    : SearchModel(session, chats, times, sourceOf(session), parent)
{
}

SearchModel::SearchModel(
    session::Session &session, ChatListModel &chats, TimeWords &times, Source source, QObject *parent)
    : QAbstractListModel(parent), d(std::make_unique<Private>(*this, chats, std::move(source)))
{
    connect(&chats, &ChatListModel::chatChanged, this, [this](ChatId chat) { d->tellChat(chat); });
    connect(&chats, &ChatListModel::liveSignsChanged, this, [this](ChatId chat) { d->tellChat(chat); });
    connect(&chats, &ChatListModel::chatRemoved, this, [this](ChatId chat) { d->removeChat(chat); });
    connect(&chats, &ChatListModel::filterChanged, this, [this] { d->setFilter(); });
    connect(&chats, &ChatListModel::startedAnew, this, [this] {
        d->forgetProgress();
        d->dropChats();
    });
    connect(&chats, &ChatListModel::filled, this, [this] { d->refresh(); });
    connect(&session, &session::Session::syncProgressChanged, this,
        [this](const session::SyncProgress &progress) { d->setProgress(progress); });
    connect(&session, &session::Session::phaseChanged, this, [this](session::Phase phase) {
        if (phase != session::Phase::Open) {
            d->forgetProgress();
            clear();
        }
    });
    connect(&times, &TimeWords::changed, this, [this] { d->tellAll(); });
}

SearchModel::~SearchModel() = default;

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const auto &result = d->results[static_cast<std::size_t>(index.row())];
    return result.person ? personValue(*result.person, role) : chatValue(result.chat, role);
}

QHash<int, QByteArray> SearchModel::roleNames() const
{
    return {
        {SectionRole, QByteArrayLiteral("section")},
        {IsPersonRole, QByteArrayLiteral("isPerson")},
        {ChatIdRole, QByteArrayLiteral("chatId")},
        {UserIdRole, QByteArrayLiteral("userId")},
        {TitleRole, QByteArrayLiteral("title")},
        {MarksRole, QByteArrayLiteral("marks")},
        {DetailRole, QByteArrayLiteral("detail")},
        {TimeTextRole, QByteArrayLiteral("timeText")},
        {UnreadTextRole, QByteArrayLiteral("unreadText")},
        {IsMutedRole, QByteArrayLiteral("isMuted")},
        {IsGroupRole, QByteArrayLiteral("isGroup")},
        {InitialsRole, QByteArrayLiteral("initials")},
        {AvatarColourRole, QByteArrayLiteral("avatarColour")},
        {PictureSourceRole, QByteArrayLiteral("pictureSource")},
        {IsOnlineRole, QByteArrayLiteral("isOnline")},
        {AccessibleNameRole, QByteArrayLiteral("accessibleName")},
    };
}

QString SearchModel::words() const
{
    return d->words;
}

void SearchModel::setWords(const QString &words)
{
    d->setWords(words);
}

bool SearchModel::isActive() const
{
    return d->isActive();
}

int SearchModel::count() const
{
    return static_cast<int>(d->results.size());
}

bool SearchModel::isSearching() const
{
    return d->searching;
}

QString SearchModel::progressText() const
{
    return d->progressText();
}

QString SearchModel::person() const
{
    //: %1 is a person's name
    return d->person ? tr("Chats with %1").arg(nameOf(*d->person)) : QString();
}

QString SearchModel::failedText() const
{
    return d->failed ? tr("The search did not work. Try again.") : QString();
}

void SearchModel::activate(int row)
{
    if (row < 0 || row >= count()) {
        return;
    }
    // By a copy: who listens may search for something else.
    const Private::Result result = d->results[static_cast<std::size_t>(row)];
    if (!result.person) {
        Q_EMIT chatChosen(result.chat.toString());
        return;
    }
    if (result.person->privateChat && d->chats.find(*result.person->privateChat)) {
        Q_EMIT chatChosen(result.person->privateChat->toString());
    } else {
        d->choosePerson(*result.person);
    }
    Q_EMIT personChosen();
}

void SearchModel::leavePerson()
{
    d->leavePerson();
}

void SearchModel::clear()
{
    d->clear();
}

void SearchModel::retranslate()
{
    d->tellAll();
    Q_EMIT progressTextChanged();
    Q_EMIT personChanged();
    Q_EMIT failedTextChanged();
}

} // namespace models
