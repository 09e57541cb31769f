// SPDX-License-Identifier: MIT
#include "demo/SampleWords.h"

namespace demo {

namespace {

using Lines = const std::u16string_view[];

constexpr Lines zoe = {
    u"Landed in Jakarta! Which terminal does the airport train leave from?",
    u"Found it, see you at Gambir around six",
    u"Do I need cash for the boat or can I pay by card?",
    u"Brilliant, thank you!",
    u"One more: is it okay to bring my drone?",
};
constexpr Lines komodo = {
    u"Padar at sunrise means waking up at 4, fair warning",
    u"Who wants the upper deck cabins?",
    u"I’ll take one if nobody minds",
    u"Captain says the sea looks calm until Thursday",
    u"Manta Point is confirmed for day two",
    u"Anyone allergic to peanuts? The cook is asking",
    u"Passport copies by tonight, please",
};
constexpr Lines rajaAmpat = {
    u"Nitrox for everyone?",
    u"Yes please, two tanks a day",
    u"My BCD is size L, can somebody lend me an M?",
    u"There’s a spare one in the dive shop at Waisai",
    u"The marine park card is 700 thousand now, just so you know",
    u"Visibility was 25 m this morning 😍",
};
constexpr Lines tom = {
    u"I’m at the station, platform 3",
    u"Train is 20 minutes late, of course",
    u"Did you get the tickets for Sunday?",
    u"Great, I owe you a coffee",
};
constexpr Lines borobudur = {
    u"Rental place has helmets in all sizes",
    u"We meet at Mendut temple at 5:15",
    u"My back wheel wobbles, is there a workshop near by?",
    u"Breakfast at the village afterwards?",
    u"Only if there is gudeg",
};
constexpr Lines ijen = {
    u"Gas masks are included, checked with the guide",
    u"How cold does it get up there?",
    u"About 8 degrees at two in the morning, take gloves",
    u"The ranger says blue fire was visible all week",
    u"Pick-up is 23:30 in front of the homestay",
};
constexpr Lines karimunjawa = {
    u"The fast boat from Jepara is full on Friday, the slow one still has seats",
    u"Slow boat it is, I’ll bring cards",
    u"Snorkels are on me",
    u"Homestay asks for a deposit of 30%",
    u"Paid! Sending the receipt tonight",
};
constexpr Lines hana = {
    u"I uploaded the photos from Dieng",
    u"The one with the fog is my favourite",
    u"When do you come to Kyoto?",
    u"November is perfect for the leaves",
};
constexpr Lines ferries = {
    u"Ketapang–Gilimanuk: running normally",
    u"Padang Bai–Lembar: waves up to 2.5 m, departures after 14:00 only",
    u"Merak–Bakauheni: queue of about 40 minutes",
    u"Sape–Labuan Bajo: cancelled today, refunds at the counter",
};
constexpr Lines lombok = {
    u"Gerupuk is working, shoulder high",
    u"Board repair guy is back in Kuta",
    u"Dawn patrol tomorrow? Boat leaves at 5:30",
    u"I’m in if there’s coffee first",
};
constexpr Lines aoife = {
    u"Back in Indonesia in spring! Any trips to Flores planned?",
    u"Kelimutu is still on my list",
    u"I’ll bring the good tea",
};
constexpr Lines replies = {
    u"Got it, thanks!",
    u"Sounds good, count me in",
    u"On my way",
    u"I’ll check and tell you tonight",
    u"Perfect 👍",
};

} // namespace

constinit const LanguageWords englishWords = {
    .zoe = {{}, {}, u"Just booked my flight, I’m so excited!", zoe},
    .komodo = {u"Komodo Sailing 4D3N",
        u"Labuan Bajo – Padar – Komodo – Pink Beach. Departs on the 12th with the Sea Lestari.",
        u"The final itinerary is in the shared folder", komodo},
    .rajaAmpat = {u"Raja Ampat dive crew 🤿", u"Ten dives in five days. Advanced certificate needed.",
        u"Flights to Sorong went down again, book now", rajaAmpat},
    .tom = {{}, {}, u"Thanks for the tip about the night market", tom},
    .borobudur = {u"Borobudur by bicycle", u"Easy ride through the villages, 28 km, with stops.",
        u"Sunday then, I’ll reserve five bikes", borobudur},
    .ijen = {u"Ijen blue fire night hike", u"Midnight start, back for breakfast.", u"Don’t forget a headlamp", ijen},
    .karimunjawa = {u"Karimunjawa long weekend", u"Three days of islands, one of hammocks.", u"Is the boat confirmed?",
        karimunjawa},
    .hana = {{}, {}, u"It was so nice to meet you all in Dieng", hana},
    .ferries = {u"Ferry and weather notices", u"Announcements only. For questions write to Open Trip Official.",
        u"Bali Strait: crossings suspended tonight from 20:00", ferries},
    .lombok = {u"Lombok surf camp", u"Kuta, Gerupuk, Selong Belanak.", u"Best week of the year, thanks everyone",
        lombok},
    .aoife = {{}, {}, u"Made it home safely. What a trip!", aoife},
    .replies = replies,
};

} // namespace demo
