// SPDX-License-Identifier: MIT
import OpenTrip.Controls

// Nothing was found, and the way out.
EmptyState {
    id: none

    required property string words
    // "Chats with Ayu Lestari"; empty where no person was chosen.
    required property string person
    // Why there is no answer; empty if there is one.
    required property string failedText
    // Only some chats were looked through.
    required property bool filtered

    readonly property bool failed: failedText.length > 0

    signal clearRequested
    signal widenRequested

    icon: failed ? "alert" : "search"
    title: failed ? failedText : person.length > 0 ? qsTr("No chats in common") : qsTr("Nothing found for “%1”").arg(words)
    text: failed ? qsTr("Clear the search, then try once more.") : filtered ? qsTr("Only some of your chats were looked through.") : qsTr("Try part of a name, or fewer words.")

    SecondaryButton {
        visible: none.filtered && !none.failed
        text: qsTr("Search all chats")
        onClicked: none.widenRequested()
    }
    SecondaryButton {
        visible: !none.filtered || none.failed
        text: qsTr("Clear the search")
        onClicked: none.clearRequested()
    }
}
