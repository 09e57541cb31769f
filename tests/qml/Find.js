// SPDX-License-Identifier: MIT
.pragma library

// Every visible item under `root`, itself first.
function all(root) {
    const found = [];
    const visit = item => {
        if (item.visible) {
            found.push(item);
            for (let i = 0; i < item.children.length; ++i) {
                visit(item.children[i]);
            }
        }
    };
    visit(root);
    return found;
}

function texts(root) {
    return all(root).filter(item => item.toString().startsWith("QQuickText(") || item.hasOwnProperty("truncated"));
}

// The visible text that says `words`; null if none does.
function text(root, words) {
    return texts(root).find(item => item.text === words) ?? null;
}

// The visible control whose text is `words`; null if there is none.
function control(root, words) {
    return all(root).find(item => item.text === words && item.hasOwnProperty("visualFocus")) ?? null;
}
