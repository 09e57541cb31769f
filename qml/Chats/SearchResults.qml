// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import OpenTrip.Controls
import OpenTrip.Theme

// In the place of the list while something is looked for: what was found, how far the search has come, and the ways out.
Item {
    id: results

    // A SearchModel, or what has its roles and properties.
    required property var hits
    required property string currentChatId
    // Only some chats are looked through.
    required property bool filtered

    // The arrow keys were used since these words were typed: what they came to stays chosen where rows move.
    property bool walked: false

    readonly property bool nothing: hits.count === 0 && !hits.searching

    signal clearRequested
    // All chats are to be looked through.
    signal widenRequested

    // From the search field: to the next or previous one.
    function step(rows: int): void {
        if (list.count > 0) {
            walked = true;
            list.currentIndex = Math.max(0, Math.min(list.count - 1, list.currentIndex + rows));
            list.positionViewAtIndex(list.currentIndex, ListView.Contain);
        }
    }

    function activate(): void {
        if (list.currentIndex >= 0) {
            hits.activate(list.currentIndex);
        }
    }

    function startAtFirst(): void {
        walked = false;
        chooseFirst();
    }

    // The best is chosen, whatever comes above it.
    function keepFirst(): void {
        if (!walked) {
            list.forceLayout();
            chooseFirst();
        }
    }

    function chooseFirst(): void {
        list.currentIndex = list.count > 0 ? 0 : -1;
        list.positionViewAtBeginning();
    }

    Connections {
        target: results.hits
        function onWordsChanged(): void {
            results.startAtFirst();
        }
        function onPersonChanged(): void {
            results.startAtFirst();
        }
        function onRowsInserted(): void {
            changing.start();
        }
        function onRowsMoved(): void {
            changing.start();
        }
        function onModelReset(): void {
            changing.start();
        }
    }
    // When the list has taken the changes too.
    Timer {
        id: changing
        interval: 0
        onTriggered: results.keepFirst()
    }
    Column {
        id: head
        width: parent.width

        Item {
            width: parent.width
            height: Math.max(back.height, person.implicitHeight) + Theme.gapTiny
            visible: results.hits.person.length > 0

            IconButton {
                id: back
                x: Theme.gapTiny
                iconName: "back"
                text: qsTr("Back to what was found")
                onClicked: results.hits.leavePerson()
            }
            Text {
                id: person
                anchors.left: back.right
                anchors.right: parent.right
                anchors.leftMargin: Theme.gapTiny
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: back.verticalCenter
                text: results.hits.person
                textFormat: Text.PlainText
                font.pixelSize: Theme.detailSize
                font.weight: Font.DemiBold
                color: Theme.text
                horizontalAlignment: Text.AlignLeft
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
        }
        Text {
            width: parent.width
            visible: text.length > 0
            leftPadding: Theme.gap
            rightPadding: Theme.gap
            bottomPadding: Theme.gapTiny
            text: results.hits.progressText
            textFormat: Text.PlainText
            font.pixelSize: Theme.captionSize
            color: Theme.secondaryText
            horizontalAlignment: Text.AlignLeft
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
    ListView {
        id: list
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        model: results.hits
        currentIndex: -1
        highlightFollowsCurrentItem: false
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        reuseItems: true
        cacheBuffer: 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("What was found")
        onCountChanged: {
            if (count > 0 && currentIndex < 0) {
                currentIndex = 0;
            }
        }

        section.property: "section"
        // Qt 6.4 makes headings in a context of their own, which a component of a bound file refuses. The list owns it.
        section.delegate: Qt.createComponent("SectionHeading.qml", Component.PreferSynchronous, list)

        delegate: SearchHit {
            id: hit

            required property int index

            width: list.width
            isNext: ListView.isCurrentItem
            isCurrent: chatId.length > 0 && chatId === results.currentChatId
            pressed: tap.pressed
            onActivated: results.hits.activate(index)
            ListView.onPooled: {
                visible = false;
                wanted = false;
            }
            ListView.onReused: {
                visible = true;
                wanted = true;
            }

            TapHandler {
                id: tap
                onTapped: {
                    list.currentIndex = hit.index;
                    hit.activated();
                }
            }
        }

        SlimScrollBar.vertical: SlimScrollBar {}
    }
    Item {
        anchors.fill: list

        Repeater {
            model: results.nothing ? 1 : 0

            NoHits {
                anchors.fill: parent
                words: results.hits.words.trim()
                person: results.hits.person
                failedText: results.hits.failedText
                filtered: results.filtered
                onClearRequested: results.clearRequested()
                onWidenRequested: results.widenRequested()
            }
        }
    }
}
