# SPDX-License-Identifier: Apache-2.0
"""Gives cases to the probe, a process that works through many of them, and notices when one ends it or takes too long."""
import os
import resource
import selectors
import subprocess
import time

LIMIT_SECONDS = 60
MEMORY = 1 << 30


class Probe:
    def __init__(self, path, memory=None):
        self.path, self.memory, self.process = path, memory, None
        self.buffer = b''

    def start(self):
        def limit():
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            if self.memory:
                resource.setrlimit(resource.RLIMIT_AS, (self.memory, self.memory))
        self.process = subprocess.Popen([self.path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                        preexec_fn=limit, env=dict(os.environ, SWIFT_BACKTRACE='enable=no'))
        self.buffer = b''

    def run(self, kind, data):
        """(verdict, seconds, sentence); the verdict is accepted, refused, 'signal N', or slow."""
        if self.process is None:
            self.start()
        started = time.monotonic()
        try:
            self.process.stdin.write(b'%s %d\n' % (kind.encode(), len(data)) + data)
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            while b'\n' not in self.buffer:
                if not selector.select(max(0, LIMIT_SECONDS - (time.monotonic() - started))):
                    self.process.kill()
                    self.process.wait()
                    self.process = None
                    return 'slow', LIMIT_SECONDS, ''
                more = os.read(self.process.stdout.fileno(), 1 << 16)
                if not more:
                    code = self.process.wait()
                    self.process = None
                    return f'signal {-code}' if code < 0 else f'exit {code}', time.monotonic() - started, ''
                self.buffer += more
        line, _, self.buffer = self.buffer.partition(b'\n')
        verdict, micros, sentence = line.decode(errors='replace').split(' ', 2)
        return verdict, int(micros) / 1e6, sentence

    def peak(self):
        """Bytes of memory at most, so far."""
        if self.process is None:
            return 0
        with open(f'/proc/{self.process.pid}/status') as file:
            for row in file:
                if row.startswith('VmHWM'):
                    return int(row.split()[1]) * 1024
        return 0

    def stop(self):
        if self.process:
            self.process.stdin.close()
            self.process.wait()
            self.process = None
