// SPDX-License-Identifier: MIT
import QtQuick

// A TextInput that gives its text another name, so that FieldText can tell screen readers another `text`.
TextInput {
    id: input

    property alias typed: input.text
}
