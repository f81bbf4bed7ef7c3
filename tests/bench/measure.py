# SPDX-License-Identifier: MIT
"""What a command costs: wall seconds, processor seconds and peak memory of it and all its children."""

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections import namedtuple

# `status` is the exit status, negative for a signal and None where it was stopped after `limit`; `words` is its last line of complaint.
Cost = namedtuple("Cost", "wall cpu memory status words", defaults=(0, ""))
INTERVAL = 0.02


def children(pid):
    found = []
    try:
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/children", encoding="ascii") as file:
                found += [int(child) for child in file.read().split()]
    except OSError:
        pass
    return found


def proportional_size(pid):
    """Bytes that the process holds, what it shares with others counted in part."""
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
            return next(int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


def tree_size(pid):
    return proportional_size(pid) + sum(tree_size(child) for child in children(pid))


def stop(pid):
    """Ends the command and what it started: they are a group of their own."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def last_line(file):
    file.seek(0)
    lines = [line.strip() for line in file.read()[-4096:].decode("utf-8", "replace").splitlines() if line.strip()]
    return lines[-1][:100] if lines else ""


def measure(command, stdin=None, memory=False, limit=None):
    """Runs it, output thrown away. Memory is looked at every INTERVAL, which costs time: so only on request."""
    peak, done = [0], threading.Event()

    def watch(pid, began):
        while not done.wait(INTERVAL if memory else 1):
            peak[0] = max(peak[0], tree_size(pid) if memory else 0)
            if limit and time.monotonic() - began > limit:
                stop(pid)

    with open(stdin or os.devnull, "rb") as source, tempfile.TemporaryFile() as words:
        began = time.monotonic()
        # A group of its own, so that all of a pipe can be stopped.
        process = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL, stderr=words, start_new_session=True)
        watcher = threading.Thread(target=watch, args=(process.pid, began))
        if memory or limit:
            watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        done.set()
        if memory or limit:
            watcher.join()
        late = limit and wall > limit
        return Cost(wall, usage.ru_utime + usage.ru_stime, peak[0], None if late else process.returncode, last_line(words))
