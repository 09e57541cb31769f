// SPDX-License-Identifier: MIT
import QtQuick.Templates as T

// A menu that has an icon where another menu opens it.
T.Menu {
    property string iconName
}
