<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Version %1</source>
        <translation>Versi %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>It comes without any warranty.</source>
        <translation>Disediakan tanpa jaminan apa pun.</translation>
    </message>
</context>
<context>
    <name>AllCaughtUp</name>
    <message>
        <source>All caught up</source>
        <translation>Sudah dibaca semua</translation>
    </message>
    <message>
        <source>Every chat is read. New messages appear here.</source>
        <translation>Tidak ada obrolan yang belum dibaca. Pesan baru akan muncul di sini.</translation>
    </message>
</context>
<context>
    <name>ChatList</name>
    <message>
        <source>Chats</source>
        <translation>Obrolan</translation>
    </message>
</context>
<context>
    <name>ChatListPane</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Main menu</source>
        <translation>Menu utama</translation>
    </message>
</context>
<context>
    <name>ChatMenu</name>
    <message>
        <source>Chat menu</source>
        <translation>Menu obrolan</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Tandai sudah dibaca</translation>
    </message>
    <message>
        <source>Keep as unread</source>
        <translation>Biarkan belum dibaca</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lepas sematan</translation>
    </message>
    <message>
        <source>Pin to top</source>
        <translation>Sematkan di atas</translation>
    </message>
    <message>
        <source>Ten chats are pinned. Unpin one first.</source>
        <translation>Sudah ada sepuluh obrolan yang disematkan. Lepas salah satu dulu.</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Bisukan</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 jam</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 jam</translation>
    </message>
    <message>
        <source>Until I turn it back on</source>
        <translation>Sampai saya nyalakan lagi</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Bunyikan lagi</translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message>
        <source>Back to the chats</source>
        <translation>Kembali ke daftar obrolan</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Chat menu</source>
        <translation>Menu obrolan</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>Conversation with %1</source>
        <translation>Percakapan dengan %1</translation>
    </message>
    <message>
        <source>Messages are not shown here yet</source>
        <translation>Pesan belum ditampilkan di sini</translation>
    </message>
    <message>
        <source>What is new appears in the list of chats.</source>
        <translation>Yang baru muncul di daftar obrolan.</translation>
    </message>
</context>
<context>
    <name>DemoMenu</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Cut the connection</source>
        <translation>Putuskan koneksi</translation>
    </message>
    <message>
        <source>Restore the connection</source>
        <translation>Sambungkan lagi</translation>
    </message>
    <message>
        <source>Lose the next ack</source>
        <translation>Hilangkan ack berikutnya</translation>
    </message>
    <message>
        <source>The connection is cut.</source>
        <translation>Koneksi sedang diputus.</translation>
    </message>
    <message>
        <source>Restart the server</source>
        <translation>Mulai ulang server</translation>
    </message>
    <message>
        <source>500 messages at once</source>
        <translation>500 pesan sekaligus</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Ulangi dari awal</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Keluar dari demo</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Unread %1</source>
        <translation>Belum dibaca %1</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Belum dibaca</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Pribadi</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grup</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Which chats are shown</source>
        <translation>Obrolan yang ditampilkan</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>Hide what is typed</source>
        <translation>Sembunyikan ketikan</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Tampilkan ketikan</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tombol pintas</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Next and previous chat</source>
        <translation>Obrolan berikutnya dan sebelumnya</translation>
    </message>
    <message>
        <source>Alt+↓  Alt+↑</source>
        <translation>Alt+↓  Alt+↑</translation>
    </message>
    <message>
        <source>Next and previous unread</source>
        <translation>Obrolan belum dibaca berikutnya dan sebelumnya</translation>
    </message>
    <message>
        <source>Alt+Shift+↓  Alt+Shift+↑</source>
        <translation>Alt+Shift+↓  Alt+Shift+↑</translation>
    </message>
    <message>
        <source>Walk through the list</source>
        <translation>Menelusuri daftar</translation>
    </message>
    <message>
        <source>↑  ↓</source>
        <translation>↑  ↓</translation>
    </message>
    <message>
        <source>Open a chat</source>
        <translation>Buka obrolan</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Menu of a chat</source>
        <translation>Menu obrolan</translation>
    </message>
    <message>
        <source>Menu key, or Shift+F10</source>
        <translation>Tombol Menu, atau Shift+F10</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Bagian jendela berikutnya</translation>
    </message>
    <message>
        <source>Close, or go back</source>
        <translation>Tutup, atau kembali</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Daftar ini</translation>
    </message>
    <message>
        <source>F1, or Ctrl+/</source>
        <translation>F1, atau Ctrl+/</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>Main menu</source>
        <translation>Menu utama</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Ikut sistem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Bahasa Indonesia</source>
        <translation>Bahasa Indonesia</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Ukuran teks</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tombol pintas</translation>
    </message>
    <message>
        <source>Ctrl+/</source>
        <translation>Ctrl+/</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Keluar dari demo</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Keluar dari akun…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
</context>
<context>
    <name>NoChats</name>
    <message>
        <source>No chats yet</source>
        <translation>Belum ada obrolan</translation>
    </message>
    <message>
        <source>When someone writes to you or you join a trip, the chat appears here.</source>
        <translation>Obrolan muncul di sini begitu ada yang menulis kepada Anda atau Anda bergabung dengan trip.</translation>
    </message>
</context>
<context>
    <name>NoGroups</name>
    <message>
        <source>No groups yet</source>
        <translation>Belum ada grup</translation>
    </message>
    <message>
        <source>When you join a trip, its group appears here.</source>
        <translation>Begitu Anda bergabung dengan trip, grupnya muncul di sini.</translation>
    </message>
</context>
<context>
    <name>NoHits</name>
    <message>
        <source>No chats in common</source>
        <translation>Tidak ada obrolan bersama</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>“%1” tidak ditemukan</translation>
    </message>
    <message>
        <source>Clear the search, then try once more.</source>
        <translation>Hapus pencarian, lalu coba sekali lagi.</translation>
    </message>
    <message>
        <source>Only some of your chats were looked through.</source>
        <translation>Baru sebagian obrolan Anda yang dicari.</translation>
    </message>
    <message>
        <source>Try part of a name, or fewer words.</source>
        <translation>Coba sebagian nama saja, atau kurangi katanya.</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>Cari di semua obrolan</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Hapus pencarian</translation>
    </message>
</context>
<context>
    <name>NoPrivateChats</name>
    <message>
        <source>No private chats yet</source>
        <translation>Belum ada obrolan pribadi</translation>
    </message>
    <message>
        <source>When someone writes to you alone, the chat appears here.</source>
        <translation>Begitu ada yang menulis khusus kepada Anda, obrolannya muncul di sini.</translation>
    </message>
</context>
<context>
    <name>NothingChosen</name>
    <message>
        <source>Choose a chat</source>
        <translation>Pilih obrolan</translation>
    </message>
    <message>
        <source>It opens here, beside the list.</source>
        <translation>Obrolan terbuka di sini, di samping daftar.</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>Dismiss</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>ProfileHead</name>
    <message>
        <source>Signed in as %1, %2</source>
        <translation>Masuk sebagai %1, %2</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Masuk sebagai %1</translation>
    </message>
</context>
<context>
    <name>RowMenuButton</name>
    <message>
        <source>More about %1</source>
        <translation>Lainnya tentang %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lainnya</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Finds chats and people. The arrow keys walk through what was found.</source>
        <translation>Mencari obrolan dan orang. Telusuri hasilnya dengan tombol panah.</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Hapus pencarian</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>Back to what was found</source>
        <translation>Kembali ke hasil pencarian</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Hasil pencarian</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>Access token</source>
        <translation>Token akses</translation>
    </message>
    <message>
        <source>OpenTrip’s service gives you one when you sign in through its API: “access_token” in the answer. It is kept in this computer’s keychain, or for this run only; never in a file.</source>
        <translation>Layanan OpenTrip memberikannya saat Anda masuk lewat API-nya: “access_token” di jawabannya. Token disimpan di keychain komputer ini, atau hanya selama program ini berjalan; tidak pernah di file.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Lanjutan</translation>
    </message>
    <message>
        <source>Server and path are shown</source>
        <translation>Server dan path ditampilkan</translation>
    </message>
    <message>
        <source>Shows server and path</source>
        <translation>Menampilkan server dan path</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Path</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>SignInHead</name>
    <message>
        <source>OpenTrip Chat</source>
        <translation>OpenTrip Chat</translation>
    </message>
    <message>
        <source>Your trip groups and private chats, on your computer</source>
        <translation>Grup trip dan obrolan pribadi Anda, di komputer Anda</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Coba demo</translation>
    </message>
    <message>
        <source>Sample trips and people. No account, no network.</source>
        <translation>Contoh trip dan orang. Tanpa akun, tanpa jaringan.</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>or sign in</source>
        <translation>atau masuk</translation>
    </message>
</context>
<context>
    <name>SignOutDialog</name>
    <message>
        <source>Sign out?</source>
        <translation>Keluar dari akun?</translation>
    </message>
    <message>
        <source>Your access token is removed from this computer’s keychain. To sign in again you need it, or a new one.</source>
        <translation>Token akses Anda dihapus dari penyimpan kunci komputer ini. Untuk masuk lagi, Anda perlu token itu atau yang baru.</translation>
    </message>
    <message>
        <source>Your chats stay on this computer.</source>
        <translation>Obrolan Anda tetap ada di komputer ini.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar dari akun</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>SkeletonList</name>
    <message>
        <source>Chats are loading</source>
        <translation>Obrolan sedang dimuat</translation>
    </message>
</context>
<context>
    <name>Splitter</name>
    <message>
        <source>Width of the chat list</source>
        <translation>Lebar daftar obrolan</translation>
    </message>
</context>
<context>
    <name>StatusBanner</name>
    <message>
        <source>Try now</source>
        <translation>Coba sekarang</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Continue for this run only</source>
        <translation>Lanjutkan untuk kali ini saja</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Masuk lagi</translation>
    </message>
</context>
<context>
    <name>TryCard</name>
    <message>
        <source>You have tried everything here</source>
        <translation>Semuanya sudah Anda coba</translation>
    </message>
    <message>
        <source>Things to try</source>
        <translation>Yang bisa dicoba</translation>
    </message>
    <message>
        <source>Look around as long as you like. These people answer when you write, and go on without you.</source>
        <translation>Lihat-lihat saja sepuasnya. Orang-orang ini membalas kalau Anda menulis, dan tetap ramai tanpa Anda.</translation>
    </message>
    <message>
        <source>This is a world of its own inside the program. Nothing here reaches anybody.</source>
        <translation>Ini dunia kecil di dalam program. Tidak ada yang sampai ke siapa pun.</translation>
    </message>
</context>
<context>
    <name>TryItem</name>
    <message>
        <source>%1, done</source>
        <translation>%1, sudah</translation>
    </message>
</context>
<context>
    <name>Unreachable</name>
    <message>
        <source>Your chats are not here yet</source>
        <translation>Obrolan Anda belum sampai di sini</translation>
    </message>
    <message>
        <source>They appear as soon as the server answers, and stay for the next time.</source>
        <translation>Semuanya muncul begitu server menjawab, dan tetap ada untuk lain kali.</translation>
    </message>
</context>
<context>
    <name>models::App</name>
    <message>
        <source>A client for the OpenTrip chat service. Free software under the MIT licence, built with Qt %1.</source>
        <extracomment>%1 is a version: &quot;6.4.2&quot;</extracomment>
        <translation>Klien untuk layanan obrolan OpenTrip. Perangkat lunak bebas berlisensi MIT, dibuat dengan Qt %1.</translation>
    </message>
</context>
<context>
    <name>models::ChatWords</name>
    <message>
        <source>Someone</source>
        <extracomment>An unnamed person</extracomment>
        <translation>Seseorang</translation>
    </message>
    <message>
        <source>Group without a title</source>
        <translation>Grup tanpa nama</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Pesan baru</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Belum ada pesan</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n belum dibaca</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+</source>
        <extracomment>More unread messages than %1</extracomment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>group</source>
        <extracomment>A screen reader says this after the chat&apos;s title</extracomment>
        <translation>grup</translation>
    </message>
    <message>
        <source>private chat</source>
        <translation>obrolan pribadi</translation>
    </message>
    <message>
        <source>online</source>
        <extracomment>Somebody is there right now</extracomment>
        <translation>online</translation>
    </message>
    <message>
        <source>unread</source>
        <extracomment>A chat that was marked as unread</extracomment>
        <translation>belum dibaca</translation>
    </message>
    <message>
        <source>muted</source>
        <extracomment>A chat</extracomment>
        <translation>dibisukan</translation>
    </message>
    <message>
        <source>pinned</source>
        <extracomment>A chat that is kept at the top</extracomment>
        <translation>disematkan</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of what a screen reader says</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>typing…</source>
        <extracomment>The other person of a private chat</extracomment>
        <translation>sedang mengetik…</translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n orang sedang mengetik…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 sedang mengetik…</translation>
    </message>
    <message>
        <source>%1 and %2 are typing…</source>
        <translation>%1 dan %2 sedang mengetik…</translation>
    </message>
</context>
<context>
    <name>models::ConnectionBanner</name>
    <message>
        <source>You see the chats as of %1.</source>
        <extracomment>%1 is a time or a day: &quot;14:32&quot;, &quot;yesterday&quot;, &quot;12 Feb&quot;</extracomment>
        <translation>Yang terlihat adalah obrolan per %1.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Two sentences, one after the other</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>models::ConnectionWords</name>
    <message>
        <source>Connecting…</source>
        <translation>Menghubungkan…</translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>Mencoba sekarang…</translation>
    </message>
    <message>
        <source>The server refused this token. Check it, or get a new one.</source>
        <translation>Server menolak token ini. Periksa lagi, atau minta yang baru.</translation>
    </message>
    <message>
        <source>Trying again in %1 min</source>
        <translation>Dicoba lagi dalam %1 mnt</translation>
    </message>
    <message>
        <source>Trying again in %1 s</source>
        <translation>Dicoba lagi dalam %1 dtk</translation>
    </message>
    <message>
        <source>Offline.</source>
        <translation>Luring.</translation>
    </message>
    <message>
        <source>Offline. The server cannot be reached.</source>
        <translation>Luring. Server tidak bisa dihubungi.</translation>
    </message>
    <message>
        <source>Offline. The connection was lost.</source>
        <translation>Luring. Koneksi terputus.</translation>
    </message>
    <message>
        <source>Offline. The server closed the connection.</source>
        <translation>Luring. Server menutup koneksi.</translation>
    </message>
    <message>
        <source>Something answers, but is not a chat server. Check the address.</source>
        <translation>Ada yang menjawab, tetapi bukan server obrolan. Periksa alamatnya.</translation>
    </message>
    <message>
        <source>Offline. The server answers, but says nothing.</source>
        <translation>Luring. Server tersambung, tetapi diam saja.</translation>
    </message>
    <message>
        <source>No safe connection to the server. Check the address, and the date of this computer.</source>
        <translation>Koneksi ke server tidak aman. Periksa alamatnya, juga tanggal di komputer ini.</translation>
    </message>
    <message>
        <source>Offline. The server sent something that cannot be understood.</source>
        <translation>Luring. Server mengirim sesuatu yang tidak bisa dipahami.</translation>
    </message>
    <message>
        <source>Offline. The server sent too much at once.</source>
        <translation>Luring. Server mengirim terlalu banyak sekaligus.</translation>
    </message>
    <message>
        <source>The server refuses the connection.</source>
        <translation>Server menolak koneksi.</translation>
    </message>
    <message>
        <source>The server refused your access token. Sign in again with a new one.</source>
        <translation>Server menolak token akses Anda. Masuk lagi dengan yang baru.</translation>
    </message>
    <message>
        <source>The server has suspended this account. Sign in with another one.</source>
        <translation>Server menangguhkan akun ini. Masuk dengan akun lain.</translation>
    </message>
    <message>
        <source>The server has signed this account out. Sign in again.</source>
        <translation>Server mengeluarkan akun ini. Masuk lagi.</translation>
    </message>
    <message>
        <source>%1 The server says: %2</source>
        <extracomment>%1 is a sentence of ours, %2 a text of the server</extracomment>
        <translation>%1 Kata server: %2</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>Menunggu penyimpan kunci</translation>
    </message>
    <message>
        <source>The keychain of this computer has no access token of yours any more. Sign in again.</source>
        <translation>Token akses Anda sudah tidak ada di penyimpan kunci komputer ini. Masuk lagi.</translation>
    </message>
    <message>
        <source>The keychain of this computer did not give your access token. Unlock it, then try again.</source>
        <translation>Penyimpan kunci komputer ini tidak memberikan token akses Anda. Buka kuncinya, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The keychain of this computer did not keep your access token. Unlock it, then try again.</source>
        <translation>Penyimpan kunci komputer ini tidak menyimpan token akses Anda. Buka kuncinya, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The keychain of this computer cannot be reached. Try again, or sign in for this run.</source>
        <translation>Penyimpan kunci komputer ini tidak bisa dihubungi. Coba lagi, atau masuk untuk kali ini saja.</translation>
    </message>
    <message>
        <source>The keychain of this computer cannot be reached. You are signed in until you quit.</source>
        <translation>Penyimpan kunci komputer ini tidak bisa dihubungi. Anda tetap masuk sampai program ditutup.</translation>
    </message>
</context>
<context>
    <name>models::ConversationPage</name>
    <message numerus="yes">
        <source>%n members</source>
        <comment>of a group</comment>
        <translation>
            <numerusform>%n anggota</numerusform>
        </translation>
    </message>
    <message>
        <source>online</source>
        <extracomment>Somebody is there right now</extracomment>
        <translation>online</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <extracomment>%1 is a time or a day: &quot;just now&quot;, &quot;5 min ago&quot;, &quot;14:32&quot;, &quot;yesterday&quot;, &quot;Mon&quot;, &quot;12 Feb&quot;</extracomment>
        <translation>terakhir dilihat %1</translation>
    </message>
    <message>
        <source>last known %1</source>
        <extracomment>%1 is a time or a day: &quot;14:32&quot;, &quot;yesterday&quot;, &quot;Mon&quot;, &quot;12 Feb&quot;</extracomment>
        <translation>terakhir diketahui %1</translation>
    </message>
</context>
<context>
    <name>models::MyProfile</name>
    <message>
        <source>You</source>
        <extracomment>The name of somebody who has none: the person who uses this program</extracomment>
        <translation>Anda</translation>
    </message>
    <message>
        <source>Demo</source>
        <extracomment>The name of the server, where it is the demo inside the program</extracomment>
        <translation>Demo</translation>
    </message>
</context>
<context>
    <name>models::NoticeWords</name>
    <message>
        <source>The chats kept on this computer were damaged. They are fetched again.</source>
        <translation>Obrolan yang tersimpan di komputer ini rusak. Semuanya diambil lagi.</translation>
    </message>
    <message>
        <source>Your own data on this computer was damaged. It was set aside in the data folder, and a new start was made.</source>
        <translation>Data Anda sendiri di komputer ini rusak. Data itu disisihkan di folder data, dan dimulai lagi dari awal.</translation>
    </message>
    <message>
        <source>Chats cannot be stored on this computer. They are kept until you close the program.</source>
        <translation>Obrolan tidak bisa disimpan di komputer ini. Semuanya ada sampai program ditutup.</translation>
    </message>
    <message>
        <source>Another program is using the data of this account. Close it, then sign in again.</source>
        <translation>Program lain sedang memakai data akun ini. Tutup program itu, lalu masuk lagi.</translation>
    </message>
    <message>
        <source>The data of this account comes from a newer version of this program. Install that version, or choose another data folder.</source>
        <translation>Data akun ini berasal dari versi program yang lebih baru. Pasang versi itu, atau pilih folder data lain.</translation>
    </message>
    <message>
        <source>The disk is full, and new messages cannot be stored. Free some space.</source>
        <translation>Disk penuh, jadi pesan baru tidak bisa disimpan. Kosongkan sedikit ruang.</translation>
    </message>
    <message>
        <source>The server reports a problem, but not which.</source>
        <translation>Server melaporkan masalah, tanpa menyebut masalahnya.</translation>
    </message>
    <message>
        <source>The server reports a problem: %1</source>
        <translation>Server melaporkan masalah: %1</translation>
    </message>
</context>
<context>
    <name>models::Notifications</name>
    <message>
        <source>Open</source>
        <extracomment>What a click on a notification does</extracomment>
        <translation>Buka</translation>
    </message>
    <message numerus="yes">
        <source>New messages in %n chats</source>
        <translation>
            <numerusform>Pesan baru di %n obrolan</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3 and others</source>
        <extracomment>The titles of three chats out of more</extracomment>
        <translation>%1, %2, %3, dan lainnya</translation>
    </message>
</context>
<context>
    <name>models::SearchModel</name>
    <message>
        <source>Someone</source>
        <extracomment>An unnamed person</extracomment>
        <translation>Seseorang</translation>
    </message>
    <message numerus="yes">
        <source>%n chats in common</source>
        <translation>
            <numerusform>%n obrolan bersama</numerusform>
        </translation>
    </message>
    <message>
        <source>No chats in common</source>
        <translation>Tidak ada obrolan bersama</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Obrolan</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>%1, person, online, %2</source>
        <extracomment>What a screen reader says for a person: name, &quot;3 chats in common&quot;</extracomment>
        <translation>%1, orang, online, %2</translation>
    </message>
    <message>
        <source>%1, person, %2</source>
        <translation>%1, orang, %2</translation>
    </message>
    <message numerus="yes">
        <source>Searching %n chats, more are loading</source>
        <translation>
            <numerusform>Mencari di %n obrolan, sisanya sedang dimuat</numerusform>
        </translation>
    </message>
    <message>
        <source>Chats with %1</source>
        <extracomment>%1 is a person&apos;s name</extracomment>
        <translation>Obrolan dengan %1</translation>
    </message>
    <message>
        <source>The search did not work. Try again.</source>
        <translation>Pencarian gagal. Coba lagi.</translation>
    </message>
</context>
<context>
    <name>models::SignInPage</name>
    <message>
        <source>Starting the demo…</source>
        <translation>Memulai demo…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>What is wrong, and what happens next: &quot;The server cannot be reached. Trying again in 8 s&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The demo could not be started on this computer.</source>
        <translation>Demo tidak bisa dimulai di komputer ini.</translation>
    </message>
    <message>
        <source>Enter your access token.</source>
        <translation>Isi token akses Anda.</translation>
    </message>
    <message>
        <source>An access token has no spaces or line breaks inside. Copy it once more.</source>
        <translation>Token akses tidak berisi spasi atau ganti baris. Salin sekali lagi.</translation>
    </message>
    <message>
        <source>Only addresses with https are safe for your token. Begin with https://.</source>
        <translation>Hanya alamat https yang aman untuk token Anda. Awali dengan https://.</translation>
    </message>
    <message>
        <source>Leave out what follows the server&apos;s name. The path has a field of its own.</source>
        <translation>Hapus yang mengikuti nama server. Path punya isian sendiri.</translation>
    </message>
    <message>
        <source>Enter an address such as https://socket.opentripapp.com/.</source>
        <translation>Isi alamat seperti https://socket.opentripapp.com/.</translation>
    </message>
    <message>
        <source>The path has no spaces, question marks or number signs.</source>
        <translation>Path tidak berisi spasi, tanda tanya, atau tanda pagar.</translation>
    </message>
    <message>
        <source>Begin the path with a slash, such as /v2/chat.</source>
        <translation>Awali path dengan garis miring, misalnya /v2/chat.</translation>
    </message>
</context>
<context>
    <name>models::ThingsToTry</name>
    <message>
        <source>Open a chat</source>
        <translation>Buka obrolan</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Cari seseorang</translation>
    </message>
    <message>
        <source>Show only unread chats</source>
        <translation>Tampilkan yang belum dibaca saja</translation>
    </message>
    <message>
        <source>Pin a chat to the top</source>
        <translation>Sematkan obrolan di atas</translation>
    </message>
    <message>
        <source>Mute a chat</source>
        <translation>Bisukan obrolan</translation>
    </message>
    <message>
        <source>Cut the connection</source>
        <translation>Putuskan koneksi</translation>
    </message>
    <message>
        <source>Change the theme</source>
        <translation>Ganti tema</translation>
    </message>
</context>
<context>
    <name>models::TimeWords</name>
    <message>
        <source>Yesterday</source>
        <translation>Kemarin</translation>
    </message>
    <message>
        <source>yesterday</source>
        <comment>inside a sentence</comment>
        <translation>kemarin</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy, HH:mm</source>
        <extracomment>Full date and time, in the letters of QLocale::toString(): dddd is the day&apos;s name, MMMM the month&apos;s.</extracomment>
        <translation>dddd, d MMMM yyyy, HH.mm</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <extracomment>Time of the day, in the letters of QLocale::toString().</extracomment>
        <translation>HH.mm</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>A date of this year, in the letters of QLocale::toString().</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>A date of another year, in the letters of QLocale::toString().</extracomment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>just now</source>
        <comment>inside a sentence</comment>
        <translation>baru saja</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <comment>inside a sentence</comment>
        <translation>
            <numerusform>%n menit lalu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::TrayWords</name>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>Masih berjalan</translation>
    </message>
    <message>
        <source>OpenTrip Chat waits in the tray, so that you hear of new messages.</source>
        <translation>OpenTrip Chat menunggu di baki sistem, supaya Anda tahu kalau ada pesan baru.</translation>
    </message>
    <message>
        <source>Quit instead</source>
        <translation>Keluar saja</translation>
    </message>
</context>
<context>
    <name>models::UnreadTotal</name>
    <message>
        <source>(%1) %2</source>
        <extracomment>The window&apos;s title: %1 is the number of unread chats, %2 the program&apos;s name</extracomment>
        <translation>(%1) %2</translation>
    </message>
    <message numerus="yes">
        <source>%n unread chats</source>
        <translation>
            <numerusform>%n obrolan belum dibaca</numerusform>
        </translation>
    </message>
    <message>
        <source>No unread chats</source>
        <translation>Tidak ada obrolan yang belum dibaca</translation>
    </message>
</context>
</TS>
