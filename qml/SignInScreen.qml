// SPDX-License-Identifier: MIT
import OpenTrip.Models
import OpenTrip.SignIn as Pages

// The sign-in page of the program.
Pages.SignInPage {
    id: screen

    required property App app

    token: app.signIn.token
    server: app.signIn.server
    path: app.signIn.path
    busy: app.signIn.busy
    statusText: app.signIn.statusText
    tokenError: app.signIn.tokenError
    serverError: app.signIn.serverError
    generalError: app.signIn.generalError
    onTokenEdited: text => screen.app.signIn.token = text
    onServerEdited: text => screen.app.signIn.server = text
    onPathEdited: text => screen.app.signIn.path = text
    onSignInRequested: app.signIn.signIn()
    onDemoRequested: app.signIn.tryDemo()
    onCancelRequested: app.signIn.cancel()
}
