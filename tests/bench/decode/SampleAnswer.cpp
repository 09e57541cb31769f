// SPDX-License-Identifier: MIT
#include "SampleAnswer.h"

#include <array>
#include <string>

namespace bench {

namespace {

constexpr std::array permissions{
    "can_add_web_page_previews",
    "can_send_other_messages",
    "can_send_media_messages",
    "can_send_messages",
    "can_promote_members",
    "can_pin_messages",
    "can_restrict_members",
    "can_invite_users",
    "can_delete_messages",
    "can_edit_messages",
    "can_post_messages",
    "can_change_info",
    "can_be_edited",
};
constexpr std::array givenNames{"Ayu", "Budi", "Citra", "Dewi", "Eko", "Fitri", "Gilang", "Hana", "Indra", "Joko"};
constexpr std::array familyNames{"Pratama", "Sari", "Wijaya", "Lestari", "Nugroho", "Ménard", "Halim", "Utami"};
constexpr std::array places{"Krakatau", "Bromo", "Raja Ampat", "Derawan", "Rinjani", "Komodo", "Ijen", "Toba"};

/// At least `width` characters, zeros in front.
std::string padded(const QByteArray &number, int width)
{
    return number.rightJustified(width, '0').toStdString();
}

std::string id(char kind, int number)
{
    return "5a8c" + std::string(1, kind) + padded(QByteArray::number(number * 7919 + 1, 16), 19);
}

std::string date(int minutes)
{
    return "2018-02-20T" + padded(QByteArray::number(minutes / 60 % 24), 2) + ':'
        + padded(QByteArray::number(minutes % 60), 2) + ":20.067Z";
}

std::string picture(const std::string &owner, int number)
{
    return "https://s3-ap-southeast-1.amazonaws.com/opentrip-media/" + owner + "_81bba8be"
        + padded(QByteArray::number(number, 16), 8) + ".jpg";
}

std::string member(int chat, int place, int person)
{
    const std::string user = id('a', person);
    std::string json = R"({"user":{"_id":")" + user + R"(","name":")" + givenNames[size_t(person) % givenNames.size()]
        + ' ' + familyNames[size_t(person) / givenNames.size() % familyNames.size()] + R"(","profile_picture":")"
        + picture(user, person) + R"("},"status":")" + (place == 0 ? "creator" : "member") + R"(","_id":")"
        + id('b', chat * 10'000 + place) + '"';
    for (const char *permission : permissions) {
        const bool isGiven = place == 0 || permission[4] != 'p';
        json += std::string(",\"") + permission + (isGiven ? "\":true" : "\":false");
    }
    return json + R"(,"unread_count":)" + std::to_string(place % 4) + '}';
}

std::string group(int chat, int members)
{
    const std::string self = id('c', chat);
    const std::string place = places[size_t(chat) % places.size()];
    std::string json = R"({"_id":")" + self + R"(","updatedAt":")" + date(900 - chat) + R"(","createdAt":")"
        + date(chat) + R"(","type":"group","title":"Open Trip )" + place + ' ' + std::to_string(chat)
        + R"(","description":"Three days in )" + place
        + R"(: boat, guide and meals included","all_members_are_administrators":false,"invite_link":"9GVrn8dYHscJBUras","members":[)";
    for (int i = 0; i < members; ++i) {
        json += i > 0 ? "," : "";
        json += member(chat, i, (chat * 131 + i * 2) % (members * 3));
    }
    return json + R"(],"photo":{"small_file_url":")" + picture(self, chat) + R"(","big_file_url":")"
        + picture(self, chat) + R"("},"last_message":"Kumpul jam 5 di dermaga, ya \ud83d\ude4f","last_message_date":")"
        + date(900 - chat) + R"(","__v":0,"unread_count":)" + std::to_string(chat % 5) + '}';
}

} // namespace

QByteArray sampleAnswer(int chats, int members)
{
    std::string packet = R"(30[{"error":false,"data":[)";
    for (int i = 0; i < chats; ++i) {
        packet += i > 0 ? "," : "";
        packet += group(i, members);
    }
    return QByteArray::fromStdString(packet + "]}]");
}

} // namespace bench
