# SPDX-License-Identifier: MIT
"""Questions to the session bus of the test's desktop, each on a connection of its own."""

import os


def call(name, path, interface, method, arguments=None):
    """One question on the session bus; nothing where it fails."""
    from gi.repository import Gio, GLib
    connection = Gio.DBusConnection.new_for_address_sync(
        os.environ['DBUS_SESSION_BUS_ADDRESS'],
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
    try:
        return connection.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NO_AUTO_START, 5000, None).unpack()
    except GLib.Error:
        return None
    finally:
        connection.close_sync(None)


def owner_of(name):
    from gi.repository import GLib
    answer = call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'GetNameOwner', GLib.Variant('(s)', (name,)))
    return answer and answer[0]
