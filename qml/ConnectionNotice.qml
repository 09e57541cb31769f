// SPDX-License-Identifier: MIT
import OpenTrip.Chats
import OpenTrip.Controls
import OpenTrip.Models

// The banner of the program's connection and keychain, over whichever pane is there.
StatusBanner {
    required property App app

    tone: switch (app.connection.kind) {
    case ConnectionBanner.Connecting:
        return Banner.Working;
    case ConnectionBanner.Offline:
        return Banner.Warning;
    case ConnectionBanner.Refused:
        return Banner.Danger;
    default:
        return Banner.Hidden;
    }
    text: app.connection.text
    nextText: app.connection.nextText
    canRetry: app.connection.canRetry
    canSignIn: app.connection.canSignIn
    canContinue: app.connection.canContinue
    canAskKeychain: app.connection.canAskKeychain
    onRetryRequested: app.connection.retryNow()
    onSignInRequested: app.signInAgain()
    onContinueRequested: app.connection.continueWithoutKeychain()
    onKeychainRequested: app.connection.askKeychain()
}
