# SPDX-License-Identifier: Apache-2.0
"""Runs one night, either normally or through an engine, with a worker killed halfway."""
import os
import signal
import subprocess
import threading
import time

SCHEDULE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'schedule')
FORMS = ['json', 'jsonl', 'csv', 'sarif', 'junit', 'prometheus', 'markdown', 'html']
# What to kill: the share itself, or the worker that started it, which leaves the share an orphan.
VICTIMS = {'xargs': 'share', 'parallel': 'share', 'slurm': 'share', 'dask': 'worker', 'spark': 'worker'}


class Outcome:
    def __init__(self, status, output, seconds, killed, peak=0, largest=0):
        self.status, self.output, self.seconds, self.killed = status, output, seconds, killed
        # Bytes of memory: of the process itself, and of the largest process including its children.
        self.peak, self.largest = peak, largest


def flags(place):
    return [word for form in FORMS for word in (f'--{form}', f'{place}/{form}')]


def words(process):
    try:
        with open(f'/proc/{process}/cmdline', 'rb') as file:
            return file.read().split(b'\0')
    except OSError:
        return []


def parent(process):
    try:
        with open(f'/proc/{process}/stat', 'rb') as file:
            return int(file.read().rsplit(b')', 1)[1].split()[1])
    except OSError:
        return 0


def shares(parts):
    """The processes currently doing shares, without their own workers."""
    place = os.fsencode(parts)
    def does(process):
        return any(word.startswith(place) and word.endswith(b'.part') for word in words(process))
    return [process for process in map(int, filter(str.isdigit, os.listdir('/proc'))) if does(process) and not does(parent(process))]


class Killer(threading.Thread):
    """Kills one share, or the worker that does it, once a quarter of the shares is done and the victim has begun."""

    def __init__(self, parts, count, victim):
        super().__init__(daemon=True)
        self.parts, self.count, self.victim, self.killed, self.over = parts, count, victim, 0, False

    def run(self):
        while not self.over and not self.killed:
            time.sleep(0.02)
            try:
                done = sum(name.endswith('.part') for name in os.listdir(self.parts))
            except OSError:
                continue
            if done < max(1, self.count // 4):
                continue
            for share in shares(self.parts):
                target = share if self.victim == 'share' else parent(share)
                # Both are ours: the share is known by the path of its part, the worker by having started it.
                if target > 1:
                    try:
                        os.kill(target, signal.SIGKILL)
                    except ProcessLookupError:
                        continue
                    self.killed = target
                    break


def plain(dealbook, team, place, night, more=(), kill_after=None):
    """One run for all."""
    history = f'{os.path.dirname(place)}/history.sqlite'
    started, peak, killed = time.monotonic(), 0, 0
    with open(f'{place}/output', 'wb') as output:
        process = subprocess.Popen([dealbook, 'nightly', team, '--history', history, *night, *more, *flags(place)], stdout=output,
                                   stderr=subprocess.DEVNULL)
        while True:
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            if ended:
                process.returncode = os.waitstatus_to_exitcode(status)
                break
            try:
                with open(f'/proc/{process.pid}/status') as file:
                    peak = max(peak, next((int(line.split()[1]) << 10 for line in file if line.startswith('VmHWM')), 0))
                if kill_after and not killed:
                    with open(f'{history}.journal', 'rb') as file:
                        if file.read().count(b'\n') > kill_after:
                            process.kill()
                            killed = process.pid
            except OSError:
                pass
            time.sleep(0.02 if not kill_after else 0.005)
    if killed:
        again = plain(dealbook, team, place, night, more)
        again.killed, again.seconds = killed, time.monotonic() - started
        return again
    with open(f'{place}/output', 'rb') as file:
        return Outcome(process.returncode, file.read(), time.monotonic() - started, killed, peak, usage.ru_maxrss << 10)


def shared(engine, dealbook, team, place, night, count, environment):
    """Through an engine, into `count` shares."""
    history = f'{os.path.dirname(place)}/history.sqlite'
    parts = f'{os.path.realpath(history)}.parts'
    arguments = [history, str(count), team, *night, '--', *flags(place)]
    if engine == 'xargs':
        script = '"$0" "$@" && seq "$2" | xargs -P 2 -I@ sh -c "\'$1.parts/share\' @ || \'$1.parts/share\' @"; exec "$1.parts/join"'
        command = ['sh', '-c', script, f'{SCHEDULE}/shares', *arguments]
    else:
        command = [f'{SCHEDULE}/{engine}', *arguments]
    killer = Killer(parts, count, VICTIMS[engine])
    killer.start()
    started = time.monotonic()
    with open(f'{place}/output', 'wb') as output, open(f'{place}/messages', 'wb') as messages:
        process = subprocess.run(command, stdout=output, stderr=messages, cwd=os.path.dirname(place), env=dict(environment, DEALBOOK=dealbook))
    seconds = time.monotonic() - started
    killer.over = True
    killer.join()
    with open(f'{place}/output', 'rb') as file:
        return Outcome(process.returncode, file.read(), seconds, killer.killed)
