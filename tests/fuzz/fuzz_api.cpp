// SPDX-License-Identifier: MIT
// The typed API's decoders: the first byte says which, the rest is what a packet carries.
#include "api/AccountDecoder.h"
#include "api/ChatDecoder.h"
#include "api/JsonParser.h"
#include "api/PresenceDecoder.h"
#include "api/TypingDecoder.h"

#include <QSet>

#include "fuzz/Input.h"

namespace {

void check(const domain::ChatBatch &batch)
{
    QSet<domain::UserId> users;
    for (const domain::User &user : batch.users) {
        mustHold(!user.id.isNull() && !users.contains(user.id));
        users.insert(user.id);
    }
    for (const domain::Chat &chat : batch.chats) {
        mustHold(!chat.id.isNull());
        mustHold(chat.unreadCount.value_or(0) >= 0);
        QSet<domain::UserId> members;
        for (const domain::Member &member : chat.members) {
            mustHold(users.contains(member.user) && !members.contains(member.user));
            members.insert(member.user);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const std::uint8_t which = input.byte();
    const int skipped = which / 8 % 2;
    const QByteArray bytes = input.rest();
    api::JsonParser parser;
    switch (which % 8) {
    case 0:
        if (const auto page = api::ChatDecoder(parser).page(bytes)) {
            check(page->batch);
            mustHold(page->received >= page->batch.chats.size());
        }
        break;
    case 1:
        if (const auto change = api::ChatDecoder(parser).change(bytes, skipped)) {
            check(*change);
            mustHold(change->chats.size() == 1);
        }
        break;
    case 2:
        if (const auto who = api::AccountDecoder(parser).signedIn(bytes, skipped)) {
            mustHold(!who->me.id.isNull());
        }
        break;
    case 3:
        static_cast<void>(api::AccountDecoder(parser).errorWords(bytes, skipped));
        break;
    case 4:
        static_cast<void>(api::AccountDecoder(parser).refusal(bytes));
        break;
    case 5:
        static_cast<void>(
            api::PresenceDecoder(parser).status(bytes, *domain::UserId::fromHex("5a0000000000000000000001")));
        break;
    case 6:
        static_cast<void>(api::PresenceDecoder(parser).online(bytes, skipped));
        break;
    case 7:
        if (const auto text = api::TypingDecoder(parser).text(bytes, skipped)) {
            mustHold(text->size() <= api::TypingDecoder::longestText);
        }
        break;
    }
    return 0;
}
