// SPDX-License-Identifier: MIT
// How fast a packet's UTF-8 bytes become typed values: frame → packet → payload → chats.
//   bench_decode make FOLDER            writes the two answers there
//   bench_decode measure FILE SECONDS   prints nanoseconds per packet, the median of all: most are not interrupted by
//   other programs
#include "api/ChatDecoder.h"
#include "api/JsonParser.h"
#include "socketio/PacketCodec.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "SampleAnswer.h"

namespace {

using Clock = std::chrono::steady_clock;

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool make(const QDir &folder)
{
    return write(folder.filePath(QStringLiteral("73kb.packet")), bench::sampleAnswer(20, 5))
        && write(folder.filePath(QStringLiteral("14mb.packet")), bench::sampleAnswer(20, 1'000));
}

/// How many people the packet names: something that cannot be had without reading it all.
qsizetype decode(socketio::PacketDecoder &packets, api::ChatDecoder &chats, const QByteArray &frame)
{
    const auto packet = packets.text(frame);
    if (!packet || !*packet) {
        return 0;
    }
    const auto page = chats.page((*packet)->payload.json());
    return page ? page->batch.users.size() : 0;
}

int measure(const QString &path, double seconds)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "the packet cannot be read\n");
        return 1;
    }
    const QByteArray frame = file.readAll();
    socketio::PacketDecoder packets;
    api::JsonParser parser;
    api::ChatDecoder chats(parser);
    if (decode(packets, chats, frame) == 0) {
        std::fprintf(stderr, "the packet cannot be decoded\n");
        return 1;
    }
    std::vector<double> calls;
    const auto enough =
        Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
    while (calls.size() < 3 || Clock::now() < enough) {
        const auto start = Clock::now();
        decode(packets, chats, frame);
        calls.push_back(std::chrono::duration<double, std::nano>(Clock::now() - start).count());
    }
    const auto middle = calls.begin() + static_cast<std::ptrdiff_t>(calls.size() / 2);
    std::nth_element(calls.begin(), middle, calls.end());
    std::printf("%.0f\n", *middle);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArray command = argc > 1 ? argv[1] : "";
    if (command == "make" && argc == 3) {
        return make(QDir(QFile::decodeName(argv[2]))) ? 0 : 1;
    }
    if (command == "measure" && argc == 4) {
        return measure(QFile::decodeName(argv[2]), QByteArray(argv[3]).toDouble());
    }
    std::fprintf(stderr, "usage: bench_decode make FOLDER | measure FILE SECONDS\n");
    return 2;
}
