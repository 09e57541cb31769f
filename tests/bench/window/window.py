#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""window.py BIN_DIR [SCENARIO…]: what the whole window costs while it is used, on one private X display: a large page
arriving, search, a flick, standing still, memory. Prints figures beside their goals; never fails on one."""
import contextlib
import os
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', '..', 'e2e'))
from server import Server  # noqa: E402

NOBODY, PATH, TOKEN = 'http://127.0.0.1:9', '/v2/chat', 'bench-token'


class Bench(contextlib.ExitStack):
    def __init__(self, bin_dir):
        super().__init__()
        self.bin = bin_dir

    def __enter__(self):
        super().__enter__()
        self.folder = self.enter_context(tempfile.TemporaryDirectory(prefix='opentrip-bench-'))
        read, write = os.pipe()
        xvfb = subprocess.Popen(['Xvfb', '-displayfd', str(write), '-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-noreset'],
                                pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.callback(lambda: (xvfb.terminate(), xvfb.wait()))
        os.close(write)
        # Without a session bus: nothing of the desktop is asked.
        self.env = dict(os.environ, DISPLAY=':' + os.read(read, 16).decode().strip(), QT_QPA_PLATFORM='xcb', QT_QUICK_BACKEND='software',
                        XDG_RUNTIME_DIR=self.folder, DBUS_SESSION_BUS_ADDRESS='disabled:')
        self.env.pop('WAYLAND_DISPLAY', None)
        return self

    def data(self, chats=0, people=4, pictures=''):
        """A data folder, with that many chats in its cache."""
        folder = tempfile.mkdtemp(dir=self.folder)
        if chats:
            subprocess.run([f'{self.bin}/bench_make_cache', folder, NOBODY + PATH, TOKEN, str(chats), str(people), pictures], check=True)
        return folder

    def run(self, scenario, server, token, data, when_ready=None):
        """The figures that the scenario prints, by name."""
        command = [f'{self.bin}/bench_window', scenario, '--server', server, '--path', PATH, '--data-dir', data, '--language', 'en']
        figures = {}
        with subprocess.Popen(command, env={**self.env, 'OPENTRIP_TOKEN': token}, stdout=subprocess.PIPE, text=True) as program:
            for line in program.stdout:
                name, _, value = line.strip().partition(' ')
                if name == 'ready':
                    when_ready()
                elif value:
                    figures[name] = float(value)
        if program.returncode or not figures:
            raise SystemExit(f'bench_window {scenario} ended with {program.returncode}')
        return figures

    # --- the scenarios -------------------------------------------------------------------------------------------------

    def page(self):
        def once(members):
            with Server(2, '--groups', '--chats', '20', '--members', str(members)) as server:
                server.kill()
                return self.run('page', server.url, server.token, self.data(), server.start)
        runs = [(once(2), once(1400)) for _ in range(5)]
        median = lambda side, name: statistics.median(run[side][name] for run in runs)
        print(f'page_14_mb gap={median(1, "gap"):.1f} ms without={median(0, "gap"):.1f} ms longer={median(1, "gap") - median(0, "gap"):.1f} ms '
              f'(goal: at most 8) own_work={median(1, "work"):.1f} ms without={median(0, "work"):.1f} ms')

    def search(self):
        found = self.run('search', NOBODY, TOKEN, self.data(5000, 10))
        print(f'search_5000_chats_50000_people gui_busy={found["work"]:.1f} ms gap={found["gap"]:.1f} ms (goal: at most 16) '
              f'answer_p50={found["answer_p50"]:.1f} ms answer_p95={found["answer_p95"]:.1f} ms (goal: under 100)')

    def flick(self):
        with Server(2, '--chats', '1', '--pictures') as server:
            found = self.run('flick', NOBODY, TOKEN, self.data(10_000, 4, f'{server.url}/pictures'))
        print(f'flick_10000_rows frames={found["frames"]:.0f} work_p50={found["work_p50"]:.1f} ms work_p99={found["work_p99"]:.1f} ms '
              f'drawing_p50={found["drawing_p50"]:.1f} ms drawing_p99={found["drawing_p99"]:.1f} ms (goal: p99 under 16.7)')

    def idle(self):
        with Server(2, '--chats', '57', '--pictures') as server:
            found = self.run('idle', server.url, server.token, self.data())
        print(f'idle_60_s cpu={found["cpu"]:.1f} ms (goal: under 10) frames={found["frames"]:.0f} (goal: none)')

    def memory(self):
        with Server(2, '--chats', '1', '--pictures') as server:
            found = self.run('memory', NOBODY, TOKEN, self.data(10_000, 4, f'{server.url}/pictures'))
            seen = server.ask('pictures')['total']
        grown = found['pss_after_500_pictures'] - found['pss_at_start']
        print(f'memory_10000_chats start={found["pss_at_start"]:.1f} MB after_{seen}_pictures={found["pss_after_500_pictures"]:.1f} MB '
              f'more={grown:.1f} MB (goal: at most 60)')


def main():
    with Bench(os.path.abspath(sys.argv[1])) as bench:
        for scenario in sys.argv[2:] or ('page', 'search', 'flick', 'idle', 'memory'):
            getattr(bench, scenario)()
            sys.stdout.flush()


main()
