# SPDX-License-Identifier: MIT
"""A real Socket.IO server of tests/servers, as a context; see the README.md there for its options and commands."""

import json
import os
import select
import signal
import subprocess

SERVERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'servers')


class Server:
    def __init__(self, generation=2, *options, state=None):
        self.options = ['--generation', str(generation), *options, *(['--state', state] if state else [])]
        self.port = 0
        self.process = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.kill()

    def start(self):
        """Starts it; a second time on the same port as before."""
        command = [os.environ.get('OPENTRIP_NODE', 'node'), os.path.join(SERVERS, 'server.mjs'), *self.options, '--port', str(self.port)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
        hello = json.loads(self._line())
        self.port, self.token, self.me = hello['port'], hello['token'], hello['me']
        self.second_token = hello['secondToken']

    def _line(self, seconds=30):
        ready, _, _ = select.select([self.process.stdout], [], [], seconds)
        line = self.process.stdout.readline() if ready else b''
        if not line:
            raise RuntimeError('the test server does not answer (npm ci in tests/servers?)')
        return line

    def ask(self, do, **more):
        self.process.stdin.write(json.dumps({'do': do, **more}).encode() + b'\n')
        self.process.stdin.flush()
        answer = json.loads(self._line())
        assert answer['ok'], answer.get('error')
        return answer['result']

    def list(self):
        return self.ask('list')

    def stats(self):
        return self.ask('stats')

    def quit(self):
        """Ends, keeping the world in its state file."""
        self.ask('quit')
        self.process.wait(10)
        self._close()

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._close()

    def freeze(self):
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self):
        self.process.send_signal(signal.SIGCONT)

    def _close(self):
        if self.process:
            self.process.stdin.close()
            self.process.stdout.close()

    @property
    def url(self):
        return f'http://127.0.0.1:{self.port}'
