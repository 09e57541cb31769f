// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic

ApplicationWindow {
    width: 1280
    height: 800
    visible: true
    title: "Minimal"

    ListView {
        anchors.fill: parent
        model: 20
        delegate: Text {
            required property int index

            height: 40
            text: "Row " + index
        }
    }
}
