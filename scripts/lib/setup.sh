# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Sourced by the scripts beside it: installs what is missing on Debian 12 and Ubuntu 24.04, and nothing else.
#   setup_packages GROUP…   build, run, picture, test, bench
#   setup_servers           node >= 18 with npm, and the npm packages of tests/servers
# A second run only asks dpkg, and is quick. Needs a network only if something is missing.

# The folder of the project.
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# "a|b": the first name that this system knows (Debian and Ubuntu renamed some).
declare -A packages=(
    [build]='g++ cmake ninja-build
        qt6-base-dev qt6-declarative-dev qt6-declarative-dev-tools qt6-websockets-dev qt6-svg-dev|libqt6svg6-dev
        qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl-dev libsimdjson-dev qtkeychain-qt6-dev
        qml6-module-qtqml qml6-module-qtqml-models qml6-module-qtqml-workerscript
        qml6-module-qtquick qml6-module-qtquick-controls qml6-module-qtquick-layouts
        qml6-module-qtquick-templates qml6-module-qtquick-window'
    [run]='libqt6sql6-sqlite libqt6svg6|libqt6svg6t64 libsecret-1-0 qt6-qpa-plugins
        fonts-dejavu-core fonts-noto-color-emoji'
    [picture]='xvfb dbus at-spi2-core python3 python3-gi python3-pyatspi xdotool x11-utils imagemagick openbox'
    [test]='git qml6-module-qttest dbus gnome-keyring clang-format-14 clang-tidy-14 clang-14 libclang-rt-14-dev shellcheck'
    [bench]='valgrind'
)

say() {
    printf '%s\n' "$*" >&2
}

has_apt() {
    command -v apt-get >/dev/null && command -v dpkg-query >/dev/null
}

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Of "a|b": succeeds if any of them is installed.
is_any_installed() {
    local name names
    IFS='|' read -ra names <<<"$1"
    for name in "${names[@]}"; do
        is_installed "$name" && return
    done
    return 1
}

# Of "a|b": the first that apt knows, else the first.
choose_package() {
    local name names
    IFS='|' read -ra names <<<"$1"
    for name in "${names[@]}"; do
        if [[ $(LC_ALL=C apt-cache policy "$name" 2>/dev/null) == *'Candidate: '[!\(]* ]]; then
            printf '%s' "$name"
            return
        fi
    done
    printf '%s' "${names[0]}"
}

# A network fails now and then: everything that needs one is tried twice.
twice() {
    "$@" || { say "Trying once more: $*"; "$@"; }
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

# Installs the packages named ("a|b": the one that exists). Neither root nor sudo: prints what to run, and stops.
install_packages() {
    local name names=()
    if [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null; then
        # First, because a new machine's apt knows no package at all.
        twice as_root apt-get update >&2 || say "apt-get update failed; going on with what apt knows."
    fi
    for name in "$@"; do
        names+=("$(choose_package "$name")")
    done
    local install=(apt-get install --yes --no-install-recommends "${names[@]}")
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        say "These packages are missing, and installing them needs root. Please run:"
    else
        say "Installing: ${names[*]}"
        twice as_root "${install[@]}" >&2 && return
        say "The packages could not be installed. To see why, run as root:"
    fi
    say ""
    say "    apt-get update && ${install[*]}"
    say ""
    exit 1
}

# setup_packages GROUP…
setup_packages() {
    local name missing=()
    if ! has_apt; then
        say "This is neither Debian nor Ubuntu: nothing is installed. CONTRIBUTING.md says what is needed."
        return
    fi
    for name in $(for group in "$@"; do printf '%s ' "${packages[$group]}"; done); do
        is_any_installed "$name" || missing+=("$name")
    done
    if [ "${#missing[@]}" -gt 0 ]; then
        install_packages "${missing[@]}"
    fi
}

has_node() {
    command -v npm >/dev/null && command -v node >/dev/null \
        && [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 18' 2>/dev/null)" = true ]
}

# Node with npm, and the npm packages of the test servers (again only if their list has changed).
setup_servers() {
    if ! has_node; then
        if ! has_apt; then
            say "node 18 or newer with npm is missing."
            exit 1
        fi
        install_packages nodejs npm
        hash -r
        if ! has_node; then
            say "node is $(node --version 2>/dev/null || printf 'missing'); 18 or newer with npm is needed."
            exit 1
        fi
    fi
    local servers="$ROOT/tests/servers" stamp wanted
    stamp="$servers/node_modules/.opentrip-stamp"
    wanted=$(cat "$servers/package.json" "$servers/package-lock.json" | sha256sum)
    if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
        say "Fetching the Socket.IO servers that the tests run against"
        if ! (cd "$servers" && twice npm ci --no-audit --no-fund --loglevel=error >&2); then
            say "npm could not fetch them: is there a network?"
            exit 1
        fi
        printf '%s\n' "$wanted" >"$stamp"
    fi
}

# build_preset PRESET [TARGET…]
build_preset() {
    local preset=$1
    shift
    (
        set -e
        cd "$ROOT"
        cmake --preset "$preset" >&2
        cmake --build --preset "$preset" ${1+--target "$@"} >&2
    )
}
