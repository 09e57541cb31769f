# SPDX-License-Identifier: MIT
"""What a desktop offers its programs over the session bus, played for the tests: a place for tray icons, notifications,
a portal that knows dark from light, and a keychain's prompt that nobody answers.

A process of its own: commands come on standard input, one JSON object a line, each answered by one line. Nothing is
offered until it is asked for. `services.py` is the other end.
"""

import hashlib
import json
import sys

from gi.repository import Gio, GLib

TRAY = 'org.kde.StatusNotifierWatcher'
ITEM = 'org.kde.StatusNotifierItem'
MENU = 'com.canonical.dbusmenu'
NOTES = 'org.freedesktop.Notifications'
PORTAL = 'org.freedesktop.portal.Desktop'
SETTINGS = 'org.freedesktop.portal.Settings'
PROMPTER = 'org.gnome.keyring.SystemPrompter'
PROPERTIES = 'org.freedesktop.DBus.Properties'

# A program looks for these in the introspection: Gio makes that from here.
INTERFACES = {info.name: info for info in Gio.DBusNodeInfo.new_for_xml(f'''<node>
<interface name="{TRAY}">
  <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
  <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
  <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
  <property name="ProtocolVersion" type="i" access="read"/>
  <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
  <signal name="StatusNotifierItemRegistered"><arg type="s"/></signal>
  <signal name="StatusNotifierHostRegistered"/>
</interface>
<interface name="{NOTES}">
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/>
    <arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="ActivationToken"><arg type="u"/><arg type="s"/></signal>
</interface>
<interface name="{SETTINGS}">
  <method name="Read"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>
  <method name="ReadOne"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>
  <method name="ReadAll"><arg type="as" direction="in"/><arg type="a{{sa{{sv}}}}" direction="out"/></method>
  <property name="version" type="u" access="read"/>
  <signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
</interface>
<interface name="org.gnome.keyring.internal.Prompter">
  <method name="BeginPrompting"><arg type="o" direction="in"/></method>
  <method name="PerformPrompt">
    <arg type="o" direction="in"/><arg type="s" direction="in"/><arg type="a{{sv}}" direction="in"/><arg type="s" direction="in"/>
  </method>
  <method name="StopPrompting"><arg type="o" direction="in"/></method>
</interface>
</node>''').interfaces}


class Service:
    """A well-known name with one object. Methods are this class's own, by their names on the bus."""

    NAME, PATH, INTERFACE = '', '', ''

    def __init__(self, bus):
        self.bus = bus
        self.owned = 0
        bus.register_object(self.PATH, INTERFACES[self.INTERFACE], self._call, self._property, None)

    def offer(self, on):
        if on and not self.owned:
            self.owned = Gio.bus_own_name_on_connection(self.bus, self.NAME, Gio.BusNameOwnerFlags.NONE, None, None)
        elif not on and self.owned:
            Gio.bus_unown_name(self.owned)
            self.owned = 0
        return True

    def emit(self, signal, value):
        self.bus.emit_signal(None, self.PATH, self.INTERFACE, signal, value)

    def _call(self, _bus, sender, _path, _interface, method, arguments, invocation):
        answer = getattr(self, method)(sender, *arguments.unpack())
        signature = ''.join(arg.signature for arg in INTERFACES[self.INTERFACE].lookup_method(method).out_args)
        invocation.return_value(GLib.Variant(f'({signature})', answer) if signature else None)

    def _property(self, _bus, _sender, _path, _interface, name):
        return self.properties()[name]

    def properties(self):
        return {}


class Tray(Service):
    NAME, PATH, INTERFACE = TRAY, '/StatusNotifierWatcher', TRAY

    def __init__(self, bus):
        super().__init__(bus)
        self.known = []
        bus.signal_subscribe(None, 'org.freedesktop.DBus', 'NameOwnerChanged', None, None, Gio.DBusSignalFlags.NONE, self._owner_changed)

    def _owner_changed(self, _bus, _sender, _path, _interface, _signal, value):
        name, _, owner = value.unpack()
        if not owner:
            self.known = [item for item in self.known if name not in item]

    def offer(self, on):
        if not on:
            self.known = []
        return super().offer(on)

    def properties(self):
        return {'IsStatusNotifierHostRegistered': GLib.Variant('b', True), 'ProtocolVersion': GLib.Variant('i', 0),
                'RegisteredStatusNotifierItems': GLib.Variant('as', [name for _, name, _ in self.known])}

    def RegisterStatusNotifierItem(self, sender, service):
        path = service if service.startswith('/') else '/StatusNotifierItem'
        name = sender if service.startswith('/') else service
        self.known = [item for item in self.known if item[0] != sender or item[2] != path] + [(sender, name, path)]
        self.emit('StatusNotifierItemRegistered', GLib.Variant('(s)', (name,)))

    def RegisterStatusNotifierHost(self, _sender, _service):
        pass

    # --- what the tests ask --------------------------------------------------------------------------------------------

    def ask(self, number, interface, method, arguments=None, path=None):
        sender, _, own_path = self.known[number]
        return self.bus.call_sync(sender, path or own_path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 5000, None).unpack()

    def items(self):
        return [self.item(number) for number in range(len(self.known))]

    def item(self, number):
        have = self.ask(number, PROPERTIES, 'GetAll', GLib.Variant('(s)', (ITEM,)))[0]
        tip = have.get('ToolTip') or ('', [], '', '')
        pixmaps = have.get('IconPixmap') or []
        return {'id': have.get('Id'), 'title': have.get('Title'), 'status': have.get('Status'), 'menu': have.get('Menu'),
                'toolTip': [tip[2], tip[3]], 'iconName': have.get('IconName'), 'iconSizes': [pixmap[0] for pixmap in pixmaps],
                'icon': hashlib.sha256(repr(pixmaps).encode()).hexdigest()[:16]}

    def activate(self, number=0):
        self.ask(number, ITEM, 'Activate', GLib.Variant('(ii)', (0, 0)))
        return True

    def menu(self, number=0):
        """The entries with a label, as (id, label, enabled)."""
        path = self.item(number)['menu']
        self.ask(number, MENU, 'AboutToShow', GLib.Variant('(i)', (0,)), path)
        layout = self.ask(number, MENU, 'GetLayout', GLib.Variant('(iias)', (0, -1, [])), path)[1]
        return [(entry[0], entry[1]['label'].replace('_', ''), entry[1].get('enabled', True)) for entry in layout[2]
                if entry[1].get('label') and entry[1].get('visible', True)]

    def choose(self, label, number=0):
        entry = next(entry for entry in self.menu(number) if entry[1] == label)
        self.ask(number, MENU, 'Event', GLib.Variant('(isvu)', (entry[0], 'clicked', GLib.Variant('s', ''), 0)), self.item(number)['menu'])
        return True


class Notifications(Service):
    NAME, PATH, INTERFACE = NOTES, '/org/freedesktop/Notifications', NOTES

    def __init__(self, bus):
        super().__init__(bus)
        self.told = []
        self.shown = {}
        self.made = 0

    def Notify(self, _sender, app, replaces, icon, summary, body, actions, hints, timeout):
        number = replaces if replaces in self.shown else self.made + 1
        self.made = max(self.made, number)
        note = {'id': number, 'replaced': number in self.shown, 'app': app, 'icon': icon, 'summary': summary, 'body': body,
                'actions': actions, 'timeout': timeout, 'hints': {key: str(value)[:80] for key, value in hints.items()}}
        self.told.append(note)
        self.shown[number] = note
        return (number,)

    def CloseNotification(self, _sender, number):
        self._close(number, 3)

    def GetCapabilities(self, _sender):
        return (['body', 'body-markup', 'actions', 'persistence', 'icon-static'],)

    def GetServerInformation(self, _sender):
        return ('tests', 'OpenTrip', '1', '1.2')

    def _close(self, number, reason):
        if self.shown.pop(number, None):
            self.emit('NotificationClosed', GLib.Variant('(uu)', (number, reason)))

    # --- what the tests ask --------------------------------------------------------------------------------------------

    def invoke(self, number, action='default', token=None):
        if token:
            self.emit('ActivationToken', GLib.Variant('(us)', (number, token)))
        self.emit('ActionInvoked', GLib.Variant('(us)', (number, action)))
        self._close(number, 2)
        return True

    def dismiss(self, number):
        self._close(number, 2)
        return True


class Portal(Service):
    NAME, PATH, INTERFACE = PORTAL, '/org/freedesktop/portal/desktop', SETTINGS
    GROUP, KEY = 'org.freedesktop.appearance', 'color-scheme'

    scheme = 0

    def properties(self):
        return {'version': GLib.Variant('u', 2)}

    def _call(self, bus, sender, path, interface, method, arguments, invocation):
        if method in ('Read', 'ReadOne') and arguments.unpack() != (self.GROUP, self.KEY):
            invocation.return_dbus_error('org.freedesktop.portal.Error.NotFound', 'Requested setting not found')
            return
        super()._call(bus, sender, path, interface, method, arguments, invocation)

    def Read(self, _sender, _group, _key):
        # The old call wraps it twice; that is how portals are.
        return (GLib.Variant('v', GLib.Variant('u', self.scheme)),)

    def ReadOne(self, _sender, _group, _key):
        return (GLib.Variant('u', self.scheme),)

    def ReadAll(self, _sender, _groups):
        return ({self.GROUP: {self.KEY: GLib.Variant('u', self.scheme)}},)

    def set(self, scheme):
        self.scheme = scheme
        self.emit('SettingChanged', GLib.Variant('(ssv)', (self.GROUP, self.KEY, GLib.Variant('u', scheme))))
        return True


class Prompter(Service):
    """The keychain's question for the password: it stands there, and nobody answers; or somebody sends it away."""

    NAME, PATH, INTERFACE = PROMPTER, '/org/gnome/keyring/Prompter', 'org.gnome.keyring.internal.Prompter'

    def __init__(self, bus):
        super().__init__(bus)
        self.asked = 0
        self.dismisses = False

    def BeginPrompting(self, sender, callback):
        self.asked += 1
        self.ready(sender, callback, '')

    def PerformPrompt(self, sender, callback, _kind, _properties, _exchange):
        if self.dismisses:
            self.ready(sender, callback, 'no')

    def StopPrompting(self, sender, callback):
        self.tell(sender, callback, 'PromptDone', None)

    def ready(self, sender, callback, reply):
        self.tell(sender, callback, 'PromptReady', GLib.Variant('(sa{sv}s)', (reply, {}, '')))

    def tell(self, sender, callback, method, arguments):
        # Once the call that led here has been answered: the other side takes them in this order only.
        GLib.idle_add(lambda: self.bus.call(sender, callback, 'org.gnome.keyring.internal.Prompter.Callback', method, arguments, None,
                                            Gio.DBusCallFlags.NONE, -1, None, None))

    def dismiss(self):
        self.dismisses = True
        return True


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    tray, notes, portal, prompter = Tray(bus), Notifications(bus), Portal(bus), Prompter(bus)
    commands = {
        'offer': lambda what, on=True: {'tray': tray, 'notifications': notes, 'portal': portal, 'prompter': prompter}[what].offer(on),
        'items': tray.items, 'activate': tray.activate, 'menu': tray.menu, 'choose': tray.choose,
        'notes': lambda: {'told': notes.told, 'shown': sorted(notes.shown)},
        'invoke': notes.invoke, 'dismiss': notes.dismiss, 'scheme': portal.set, 'prompts': lambda: prompter.asked, 'dismissPrompts': prompter.dismiss,
    }
    loop = GLib.MainLoop()

    def obey(stream, _condition):
        line = stream.readline()
        if not line:
            loop.quit()
            return False
        command = json.loads(line)
        try:
            answer = {'ok': True, 'result': commands[command.pop('do')](**command)}
        except Exception as error:  # whatever the program answered: the test is told
            answer = {'ok': False, 'error': f'{type(error).__name__}: {error}'}
        print(json.dumps(answer), flush=True)
        return True

    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, obey)
    print(json.dumps({'ready': True}), flush=True)
    loop.run()


main()
