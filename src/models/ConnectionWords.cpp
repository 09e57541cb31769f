// SPDX-License-Identifier: MIT
#include "models/ConnectionWords.h"

#include "domain/Preview.h"

namespace models {

namespace {

using namespace std::chrono_literals;

/// Enough for a sentence or two; a server could send megabytes.
constexpr qsizetype mostServerWords = 160;

int roundedUp(std::chrono::milliseconds duration, std::chrono::milliseconds unit)
{
    return static_cast<int>((duration + unit - 1ms) / unit);
}

} // namespace

QString ConnectionWords::connecting()
{
    return tr("Connecting…");
}

QString ConnectionWords::tryingNow()
{
    return tr("Trying now…");
}

QString ConnectionWords::problem(const session::Connection &connection)
{
    return withServerWords(problemAlone(connection.problem), connection);
}

QString ConnectionWords::refusedToken(const session::Connection &connection)
{
    return withServerWords(tr("The server refused this token. Check it, or get a new one."), connection);
}

QString ConnectionWords::keychainAsked()
{
    return tr("Waiting for the keychain");
}

QString ConnectionWords::keychainEmpty()
{
    return tr("The keychain of this computer has no access token of yours any more. Sign in again.");
}

QString ConnectionWords::keychainRefused(bool isTokenAwaited)
{
    return isTokenAwaited
        ? tr("The keychain of this computer did not give your access token. Unlock it, then try again.")
        : tr("The keychain of this computer did not keep your access token. Unlock it, then try "
             "again.");
}

QString ConnectionWords::keychainUnavailable(bool isTokenAwaited)
{
    return isTokenAwaited ? tr("The keychain of this computer cannot be reached. Try again, or sign in for this run.")
                          : tr("The keychain of this computer cannot be reached. You are signed in until you quit.");
}

QString ConnectionWords::nextTry(std::chrono::milliseconds remaining)
{
    if (remaining <= 0ms) {
        return tryingNow();
    }
    if (remaining > 60s) {
        return tr("Trying again in %1 min").arg(roundedUp(remaining, 1min));
    }
    return tr("Trying again in %1 s").arg(roundedUp(remaining, 1s));
}

QString ConnectionWords::problemAlone(session::Problem problem)
{
    using session::Problem;
    switch (problem) {
    case Problem::None:
        return tr("Offline.");
    case Problem::Unreachable:
        return tr("Offline. The server cannot be reached.");
    case Problem::Lost:
        return tr("Offline. The connection was lost.");
    case Problem::ClosedByServer:
        return tr("Offline. The server closed the connection.");
    case Problem::NotThisService:
        return tr("Something answers, but is not a chat server. Check the address.");
    case Problem::Silent:
        return tr("Offline. The server answers, but says nothing.");
    case Problem::TlsFailed:
        return tr("No safe connection to the server. Check the address, and the date of this computer.");
    case Problem::BadData:
        return tr("Offline. The server sent something that cannot be understood.");
    case Problem::TooLarge:
        return tr("Offline. The server sent too much at once.");
    case Problem::Refused:
        return tr("The server refuses the connection.");
    case Problem::TokenRefused:
        return tr("The server refused your access token. Sign in again with a new one.");
    case Problem::Suspended:
        return tr("The server has suspended this account. Sign in with another one.");
    case Problem::LoggedOut:
        return tr("The server has signed this account out. Sign in again.");
    }
    return tr("Offline.");
}

QString ConnectionWords::withServerWords(const QString &sentence, const session::Connection &connection)
{
    QString words = domain::singleLine(connection.serverWords, mostServerWords);
    if (words.isEmpty() && connection.problem == session::Problem::Refused) {
        // A refusal that only has a code: better than no reason at all.
        words = domain::singleLine(connection.code, mostServerWords);
    }
    if (words.isEmpty()) {
        return sentence;
    }
    //: %1 is a sentence of ours, %2 a text of the server
    return tr("%1 The server says: %2").arg(sentence, words);
}

} // namespace models
