// SPDX-License-Identifier: MIT
#include "demo/SampleWords.h"

namespace demo {

namespace {

using Lines = const std::u16string_view[];

// Always Indonesian.
constexpr Lines sri = {
    u"Besok jadi ketemu di Stasiun Gambir jam berapa?",
    u"Aku bawa oleh-oleh dari Solo ya",
    u"Sudah di jalan, agak macet di Cawang",
    u"Nanti kabari kalau sudah sampai 🙏",
    u"Eh, tiketnya sudah dicetak belum?",
};
constexpr Lines krakatau = {
    u"Jadi total yang ikut 24 orang ya",
    u"List lengkapnya di sini: opentripapp.com/trip/krakatau",
    u"Perlu bawa jas hujan nggak?",
    u"Bawa, buat jaga-jaga",
    u"Kumpul jam 5 di Pelabuhan Merak ya",
    u"Yang dari Bandung bareng yuk, masih ada dua kursi",
    u"Snorkel disewakan di kapal, 40 ribu",
};
constexpr Lines bromo = {
    u"Jeep-nya berangkat jam 03.00 dari homestay",
    u"Jaket tebal wajib, semalam 6 derajat",
    u"Ada yang mau patungan kuda?",
    u"Saya ikut!",
    u"Penanjakan penuh, kita pindah ke Bukit Kingkong",
    u"Sarapannya bakso hangat di Cemoro Lawang 😋",
};
constexpr Lines made = {
    u"Nanti saya kirim itinerary-nya",
    u"Sopirnya Pak Nyoman, nomornya saya kirim besok",
    u"Di Ubud lagi hujan, semoga besok cerah",
    u"Villa-nya sudah saya pesankan",
};
constexpr Lines rinjani = {
    u"Porter minta kepastian jumlah tenda",
    u"Tenda 4 cukup, satu tenda tiga orang",
    u"Surat sehat jangan lupa, dicek di Sembalun",
    u"DP terakhir hari Jumat ya teman-teman",
    u"Ada yang punya trekking pole lebih?",
    u"Saya ada satu, nanti saya bawa",
};
constexpr Lines official = {
    u"Promo akhir tahun: diskon 20% untuk semua trip ke Labuan Bajo",
    u"Poin Anda bertambah 150 setelah trip terakhir",
    u"Bantu kami dengan ulasan trip Anda, cukup satu menit",
};
constexpr Lines merapi = {
    u"Jeep isi empat, kita bertujuh, jadi dua jeep",
    u"Rutenya lewat Bunker Kaliadem dan Museum Sisa Hartaku",
    u"Pakai masker, debunya lumayan",
    u"Foto di Batu Alien jangan lama-lama 😂",
};
constexpr Lines derawan = {
    u"Ubur-uburnya nggak menyengat, beneran",
    u"Penyu hijau kelihatan dari dermaga!",
    u"Siapa yang ketinggalan fin biru?",
    u"Kapan reuni? Kangen laut",
};
constexpr Lines kurniawan = {
    u"Keretanya Argo Parahyangan, gerbong 5",
    u"Aku pesan dua kursi dekat jendela",
    u"Kopi dulu di Braga?",
};
constexpr Lines prau = {
    u"Simaksi sudah diurus, tinggal bawa KTP",
    u"Yang mau sewa sleeping bag isi daftar ya",
    u"Berangkat dari Plaza Semanggi jam 20.00 tepat",
    u"Sunrise-nya dapat, lautan awan full!",
    u"Sampah dibawa turun semua ya, terima kasih",
    u"Bus sudah parkir di depan gerbang barat",
};
constexpr Lines dewi = {
    u"Resep sambal matahnya sudah kukirim ya",
    u"Kalau ke Malang lagi mampir ke rumah",
    u"Ibu titip salam",
};

// What follows the interface language elsewhere.
constexpr Lines zoe = {
    u"Sudah mendarat di Jakarta! Kereta bandara dari terminal mana ya?",
    u"Ketemu, sampai jumpa di Gambir sekitar jam enam",
    u"Bayar kapalnya tunai atau bisa kartu?",
    u"Mantap, terima kasih!",
    u"Satu lagi: boleh bawa drone?",
};
constexpr Lines komodo = {
    u"Sunrise di Padar berarti bangun jam 4, siap-siap",
    u"Siapa mau kabin dek atas?",
    u"Aku mau satu kalau boleh",
    u"Kata kapten laut tenang sampai Kamis",
    u"Manta Point pasti hari kedua",
    u"Ada yang alergi kacang? Kokinya tanya",
    u"Fotokopi KTP paling lambat malam ini ya",
};
constexpr Lines rajaAmpat = {
    u"Semua pakai nitrox?",
    u"Iya, dua tabung sehari",
    u"BCD-ku ukuran L, ada yang punya M?",
    u"Ada satu di dive shop Waisai",
    u"Kartu masuk kawasan sekarang 700 ribu ya",
    u"Jarak pandang tadi pagi 25 m 😍",
};
constexpr Lines tom = {
    u"Saya di stasiun, jalur 3",
    u"Keretanya telat 20 menit, biasa",
    u"Tiket hari Minggu sudah dapat?",
    u"Sip, nanti aku traktir kopi",
};
constexpr Lines borobudur = {
    u"Tempat sewanya ada helm semua ukuran",
    u"Kumpul di Candi Mendut jam 5.15",
    u"Roda belakangku goyang, ada bengkel dekat situ?",
    u"Habis itu sarapan di desa?",
    u"Asal ada gudeg",
};
constexpr Lines ijen = {
    u"Masker gas sudah termasuk, sudah tanya guide",
    u"Di atas dinginnya seberapa?",
    u"Sekitar 8 derajat jam dua pagi, bawa sarung tangan",
    u"Kata petugas api birunya kelihatan terus minggu ini",
    u"Dijemput jam 23.30 di depan homestay",
};
constexpr Lines karimunjawa = {
    u"Kapal cepat dari Jepara hari Jumat penuh, yang lambat masih ada",
    u"Yang lambat saja, aku bawa kartu remi",
    u"Alat snorkel dari aku",
    u"Homestay minta DP 30%",
    u"Sudah ditransfer, buktinya nanti malam",
};
constexpr Lines hana = {
    u"Foto-foto Dieng sudah aku unggah",
    u"Yang berkabut itu favoritku",
    u"Kapan main ke Kyoto?",
    u"November paling bagus, daunnya merah semua",
};
constexpr Lines ferries = {
    u"Ketapang–Gilimanuk: normal",
    u"Padang Bai–Lembar: gelombang sampai 2,5 m, berangkat hanya setelah 14.00",
    u"Merak–Bakauheni: antrean sekitar 40 menit",
    u"Sape–Labuan Bajo: batal hari ini, uang kembali di loket",
};
constexpr Lines lombok = {
    u"Gerupuk lagi bagus, setinggi bahu",
    u"Tukang servis papan sudah balik ke Kuta",
    u"Besok subuh? Perahu jam 5.30",
    u"Ikut, asal ngopi dulu",
};
constexpr Lines aoife = {
    u"Musim semi aku ke Indonesia lagi! Ada trip ke Flores?",
    u"Kelimutu masih di daftarku",
    u"Nanti kubawakan teh yang enak",
};
constexpr Lines replies = {
    u"Siap, terima kasih!",
    u"Oke, saya ikut",
    u"Sudah di jalan",
    u"Nanti malam saya kabari",
    u"Mantap 👍",
};

constexpr LanguageWords elsewhere = {
    .zoe = {{}, {}, u"Tiketnya sudah aku pesan, senang banget!", zoe},
    .komodo = {u"Sailing Komodo 4H3M",
        u"Labuan Bajo – Padar – Komodo – Pink Beach. Berangkat tanggal 12 dengan KM Lestari.",
        u"Itinerary final ada di folder bersama", komodo},
    .rajaAmpat = {u"Kru selam Raja Ampat 🤿", u"Sepuluh penyelaman dalam lima hari. Wajib sertifikat advanced.",
        u"Tiket ke Sorong turun lagi, buruan pesan", rajaAmpat},
    .tom = {{}, {}, u"Makasih info pasar malamnya", tom},
    .borobudur = {u"Gowes Borobudur", u"Santai keliling desa, 28 km, banyak berhenti.",
        u"Oke Minggu ya, kupesan lima sepeda", borobudur},
    .ijen = {u"Ijen, mengejar api biru", u"Mulai tengah malam, pulang pas sarapan.", u"Jangan lupa senter kepala",
        ijen},
    .karimunjawa = {u"Libur panjang Karimunjawa", u"Tiga hari keliling pulau, satu hari di hammock.",
        u"Kapalnya sudah pasti?", karimunjawa},
    .hana = {{}, {}, u"Senang sekali ketemu kalian di Dieng", hana},
    .ferries = {u"Info kapal dan cuaca", u"Khusus pengumuman. Pertanyaan silakan ke Open Trip Official.",
        u"Selat Bali: penyeberangan dihentikan malam ini mulai 20.00", ferries},
    .lombok = {u"Kemah selancar Lombok", u"Kuta, Gerupuk, Selong Belanak.", u"Minggu terbaik tahun ini, makasih semua",
        lombok},
    .aoife = {{}, {}, u"Sudah sampai rumah. Perjalanan yang luar biasa!", aoife},
    .replies = replies,
};

} // namespace

constinit const IndonesianWords indonesianWords = {
    .sri = {{}, {}, u"Jangan lupa bawa jaket ya, di atas dingin", sri},
    .krakatau = {u"Open Trip Krakatau 17–18 Maret",
        u"Ayo join trip ke Krakatau bareng @santaisejenak.id, detail di bawah ya",
        u"Oke, saya berangkat dari Bandung jam 1", krakatau},
    .bromo = {u"Bromo Sunrise", u"Dua hari satu malam, jeep dan penginapan sudah termasuk.",
        u"Yang bawa tenda siapa saja?", bromo},
    .made = {{}, {}, u"Nanti sore saya telepon ya", made},
    .rinjani = {u"Rinjani 3D2N, porter & tenda", u"Via Sembalun, turun Senaru. Fisik disiapkan dari sekarang!",
        u"DP sudah saya transfer", rinjani},
    .official = {{}, {}, u"Trip Anda ke Krakatau sudah dikonfirmasi", official},
    .merapi = {u"Patungan Jeep Merapi 🌋", u"Lava tour pagi, 150 ribu per orang.", u"Fix Sabtu jam 4 pagi ya", merapi},
    .derawan = {u"Derawan November", u"Derawan – Maratua – Kakaban – Sangalaki", u"Foto-fotonya sudah di drive",
        derawan},
    .kurniawan = {{}, {}, u"Siap, sampai jumpa di stasiun", kurniawan},
    .prau =
        {u"Pendakian Gunung Prau via Patak Banteng – rombongan Jabodetabek, berangkat Jumat malam, pulang Minggu sore",
            u"Untuk pemula. Perlengkapan bisa disewa.", u"Terima kasih semuanya, sampai ketemu di gunung berikutnya!",
            prau},
    .dewi = {{}, {}, u"Wah, selamat ya! Kapan syukurannya?", dewi},
    .language = elsewhere,
};

} // namespace demo
