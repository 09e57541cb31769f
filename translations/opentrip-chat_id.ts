<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID">
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
        <source>Chats</source>
        <translation>Obrolan</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Coba sekarang</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Masuk lagi</translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message>
        <source>Back to the chats</source>
        <translation>Kembali ke daftar obrolan</translation>
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
    <name>SignInForm</name>
    <message>
        <source>Access token</source>
        <translation>Token akses</translation>
    </message>
    <message>
        <source>OpenTrip’s service gives you one when you sign in through its API: “access_token” in the answer. It is kept for this run only.</source>
        <translation>Layanan OpenTrip memberikannya saat Anda masuk lewat API-nya: “access_token” di jawabannya. Token hanya disimpan selama program ini berjalan.</translation>
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
        <source>%1, %2</source>
        <extracomment>What a screen reader says for a chat: title, preview</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>without a time</comment>
        <extracomment>What a screen reader says for a chat: title, preview, &quot;3 unread&quot;</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>What a screen reader says for a chat: title, preview, time</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <extracomment>What a screen reader says for a chat: title, preview, time, &quot;3 unread&quot;</extracomment>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>%1+</source>
        <extracomment>More unread messages than %1</extracomment>
        <translation>%1+</translation>
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
        <extracomment>%1 is a time or a day: &quot;14:32&quot;, &quot;yesterday&quot;, &quot;Mon&quot;, &quot;12 Feb&quot;</extracomment>
        <translation>terakhir dilihat %1</translation>
    </message>
    <message>
        <source>last known %1</source>
        <translation>terakhir diketahui %1</translation>
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
</context>
</TS>
