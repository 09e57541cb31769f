// SPDX-License-Identifier: MIT
#pragma once

#include "demo/World.h"

#include <QJsonObject>

namespace demo {

/// The service's objects as docs/PROTOCOL.md writes them, every documented field present.
QJsonObject userJson(const domain::User &user);
QJsonObject memberJson(const domain::Member &member, domain::ChatId chat, const World &world);
QJsonObject chatJson(const domain::Chat &chat, const World &world);
/// The same without its members.
QJsonObject chatHeadJson(const domain::Chat &chat, const World &world);
QJsonObject messageJson(const Message &message, domain::ChatId chat, const World &world);
/// The user of `success`.
QJsonObject signedInJson(const domain::User &user);
QJsonObject statusJson(domain::UserId user, const domain::Presence &presence);

/// `{error: false, data}` and `{error: true, code, message}`.
QJsonObject answerJson(const QJsonValue &data);
QJsonObject errorJson(const QString &code, const QString &message);

QByteArray bytesOf(const QJsonObject &json);

} // namespace demo
