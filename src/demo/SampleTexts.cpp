// SPDX-License-Identifier: MIT
#include "demo/SampleTexts.h"

#include "demo/SampleWords.h"

#include <array>

namespace demo {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::minutes;

constexpr minutes inDays(int count)
{
    return std::chrono::duration_cast<minutes>(days(count));
}

/// Newest first here, so that the list can be read as the window shows it. `l` is the table of one language.
constexpr std::array<SampleChat, 22> chatsOf(const LanguageWords &l)
{
    const IndonesianWords &i = indonesianWords;
    using enum GroupRules;
    return {{
        {.partner = u"Sri Wahyuni", .lastMessageAge = 0min, .unread = 2, .words = &i.sri, .alwaysIndonesian = true},
        {.memberCount = 24, .rules = Usual, .lastMessageAge = 2min, .words = &i.krakatau, .alwaysIndonesian = true},
        {.memberCount = 18,
            .rules = Usual,
            .lastMessageAge = 34min,
            .unread = 12,
            .words = &i.bromo,
            .alwaysIndonesian = true},
        {.partner = u"Zoë Lindqvist", .lastMessageAge = 51min, .unread = 1, .words = &l.zoe},
        {.partner = u"Made Wirawan", .lastMessageAge = 145min, .words = &i.made, .alwaysIndonesian = true},
        {.memberCount = 14, .rules = Usual, .lastMessageAge = 190min, .words = &l.komodo},
        {.memberCount = 9,
            .rules = AllAdministrators,
            .lastMessageAge = 5h + 20min,
            .unread = 4,
            .words = &l.rajaAmpat},
        {.memberCount = 12,
            .rules = Usual,
            .mine = true,
            .lastMessageAge = inDays(1),
            .words = &i.rinjani,
            .alwaysIndonesian = true},
        {.partner = u"Tom Becker", .lastMessageAge = inDays(1) + 3h, .words = &l.tom},
        {.partner = u"Open Trip Official",
            .lastMessageAge = inDays(2),
            .unread = 3,
            .words = &i.official,
            .alwaysIndonesian = true},
        {.memberCount = 5, .rules = Open, .mine = true, .lastMessageAge = inDays(3) + 2h, .words = &l.borobudur},
        {.memberCount = 7, .rules = Open, .lastMessageAge = inDays(4), .words = &i.merapi, .alwaysIndonesian = true},
        {.memberCount = 11, .rules = NoInvites, .lastMessageAge = inDays(6), .words = &l.ijen},
        {.memberCount = 16,
            .rules = NoInvites,
            .lastMessageAge = inDays(10),
            .words = &i.derawan,
            .alwaysIndonesian = true},
        {.partner = u"Kurniawan Yudha", .lastMessageAge = inDays(13), .words = &i.kurniawan, .alwaysIndonesian = true},
        {.memberCount = 10, .rules = Usual, .lastMessageAge = inDays(20), .unread = 1, .words = &l.karimunjawa},
        {.partner = u"Hana Mori", .lastMessageAge = inDays(26), .words = &l.hana},
        {.memberCount = 30, .rules = Usual, .lastMessageAge = inDays(39), .words = &i.prau, .alwaysIndonesian = true},
        {.memberCount = 28, .rules = Announcements, .lastMessageAge = inDays(55), .words = &l.ferries},
        {.memberCount = 8, .rules = Open, .lastMessageAge = inDays(78), .words = &l.lombok},
        {.partner = u"Dewi Anggraini", .lastMessageAge = inDays(112), .words = &i.dewi, .alwaysIndonesian = true},
        {.partner = u"Aoife Brennan", .lastMessageAge = inDays(163), .words = &l.aoife},
    }};
}

constexpr std::array inEnglish = chatsOf(englishWords);
constexpr std::array inIndonesian = chatsOf(indonesianWords.language);

constexpr std::u16string_view names[] = {
    u"Sri Wahyuni",
    u"Zoë Lindqvist",
    u"Made Wirawan",
    u"Tom Becker",
    u"Open Trip Official",
    u"Kurniawan Yudha",
    u"Hana Mori",
    u"Dewi Anggraini",
    u"Aoife Brennan",
    u"Ayu Lestari",
    u"Budi Santoso",
    u"Rudi Anton",
    u"Putri Maharani",
    u"Agus Setiawan",
    u"Bayu Pratama",
    u"Citra Ningsih",
    u"Dimas Prasetyo",
    u"Eka Kusuma",
    u"Fajar Nugroho",
    u"Gita Permata",
    u"Hendra Gunawan",
    u"Indah Puspita",
    u"Joko Susilo",
    u"Kartika Dewi",
    u"Laras Wulandari",
    u"Muhammad Rizal",
    u"Ni Luh Ayu Sari",
    u"Oki Firmansyah",
    u"Rina Marlina",
    u"Slamet Riyadi",
    u"Tri Hartono",
    u"Umi Salamah",
    u"Vina Oktaviani",
    u"Wahyu Hidayat",
    u"Yoga Saputra",
    u"Yuliana",
    u"Zainal Abidin",
    u"Gede Artawan",
    u"Ketut Suardana",
    u"Maria Goretti Tukan",
    u"Yosef Lamanepa",
    u"Andi Baso",
    u"Siti Nurhaliza Putri",
    u"Teuku Iskandar",
    u"Camille Durand",
    u"Diego Herrera",
    u"Priya Nair",
    u"Liam O’Connor",
    u"Mei Ling Tan",
    u"Søren Holm",
};

} // namespace

std::span<const SampleChat> sampleChats(QStringView language)
{
    return language == u"id" ? std::span(inIndonesian) : std::span(inEnglish);
}

std::span<const std::u16string_view> sampleNames()
{
    return names;
}

std::u16string_view sampleOwnName()
{
    return u"Arif Saputro";
}

std::span<const std::u16string_view> sampleReplies(QStringView language)
{
    return language == u"id" ? indonesianWords.language.replies : englishWords.replies;
}

} // namespace demo
