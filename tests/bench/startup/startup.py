#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""startup.py BIN_DIR: exec to the first painted screenful, and memory, of the program with 10,000 cached chats against a
minimal Qt Quick program, in turns on one private X display. Prints medians and ratios; never fails on a time."""
import os, statistics, subprocess, sys, tempfile, time

RUNS = 15
SERVER, PATH, TOKEN = 'http://127.0.0.1:9/', '/v2/chat', 'bench-token'


def once(command, env):
    """Milliseconds from exec to the first painted screenful, and kB of PSS."""
    begun = time.monotonic_ns()
    out = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60).stdout.split()
    values = dict(zip(out[::2], out[1::2]))
    return (int(values['painted']) - begun) / 1e6, int(values['pss'])


def main():
    bin_dir = sys.argv[1]
    with tempfile.TemporaryDirectory(prefix='opentrip-bench-') as folder:
        read, write = os.pipe()
        xvfb = subprocess.Popen(['Xvfb', '-displayfd', str(write), '-screen', '0', '1280x800x24', '-nolisten', 'tcp'],
                                pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        env = dict(os.environ, DISPLAY=':' + os.read(read, 16).decode().strip(), QT_QPA_PLATFORM='xcb',
                   QT_QUICK_BACKEND='software', OPENTRIP_TOKEN=TOKEN, XDG_RUNTIME_DIR=folder)
        env.pop('WAYLAND_DISPLAY', None)
        try:
            data = os.path.join(folder, 'data')
            os.mkdir(data)
            subprocess.run([f'{bin_dir}/bench_make_cache', data, 'http://127.0.0.1:9' + PATH, TOKEN, '10000'], check=True)
            ours = [f'{bin_dir}/bench_startup', '--server', SERVER, '--path', PATH, '--data-dir', data, '--language', 'en']
            minimal = [f'{bin_dir}/bench_minimal']
            once(minimal, env), once(ours, env)  # files into the page cache
            runs = [(once(minimal, env), once(ours, env)) for _ in range(RUNS)]
        finally:
            xvfb.terminate()
            xvfb.wait()
    median = lambda side, value: statistics.median(run[side][value] for run in runs)
    print(f'startup_minimal painted={median(0, 0):.0f} ms pss={median(0, 1) / 1024:.1f} MB')
    print(f'startup_10000_chats painted={median(1, 0):.0f} ms pss={median(1, 1) / 1024:.1f} MB')
    print(f'startup_vs_minimal time_ratio={median(1, 0) / median(0, 0):.2f} pss_ratio={median(1, 1) / median(0, 1):.2f} (goal: at most 1.8, 1.8)')


main()
