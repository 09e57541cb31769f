// SPDX-License-Identifier: MIT
import QtQuick
import OpenTrip.Theme

// What is wrong, what happens next, and what a person can do about it.
Rectangle {
    id: banner

    enum Tone { Hidden, Working, Warning, Danger }

    required property int tone
    required property string text
    // "Trying again in 8 s"; empty if nothing happens by itself.
    property string nextText
    // LinkButtons, after `nextText`.
    default property alias actions: flow.data

    implicitHeight: tone === Banner.Hidden ? 0 : column.implicitHeight + Theme.gapSmall + (flow.height > 0 ? Theme.lineGap : Theme.gapSmall)
    visible: height > 0
    clip: true
    color: tone === Banner.Danger ? Theme.dangerTint : tone === Banner.Warning ? Theme.warningTint : Theme.selected
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Behavior on implicitHeight {
        enabled: Theme.motion > 0
        NumberAnimation { duration: Theme.motion; easing.type: Easing.OutCubic }
    }

    Icon {
        id: sign
        x: Theme.gapLarge
        y: Theme.gapSmall
        icon: banner.tone === Banner.Danger ? "alert" : banner.tone === Banner.Warning ? "offline" : "retry"
        size: Theme.smallIconSize
        color: banner.tone === Banner.Danger ? Theme.danger : banner.tone === Banner.Warning ? Theme.warning : Theme.accent
    }
    Column {
        id: column
        anchors.left: sign.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.gapSmall
        anchors.rightMargin: Theme.gap
        y: Theme.gapSmall

        Text {
            width: parent.width
            text: banner.text
            textFormat: Text.PlainText
            font.pixelSize: Theme.detailSize
            color: Theme.text
            wrapMode: Text.Wrap
        }
        Flow {
            id: flow
            // The buttons' own padding stands out to the left: their words line up with the others.
            x: -Theme.gapTiny
            width: parent.width - x
            spacing: Theme.gapTiny

            Text {
                visible: banner.nextText.length > 0
                height: Math.max(Theme.hitTarget, implicitHeight)
                leftPadding: Theme.gapTiny
                text: banner.nextText
                textFormat: Text.PlainText
                font.pixelSize: Theme.detailSize
                color: Theme.secondaryText
                verticalAlignment: Text.AlignVCenter
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
    }
}
