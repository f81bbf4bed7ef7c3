# SPDX-License-Identifier: MIT
"""What a command costs: wall seconds, processor seconds and peak memory of it and all its children."""

import os
import subprocess
import threading
import time
from collections import namedtuple

Cost = namedtuple("Cost", "wall cpu memory")
INTERVAL = 0.05


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            return [int(child) for child in file.read().split()]
    except OSError:
        return []


def proportional_size(pid):
    """Bytes that the process holds, what it shares with others counted in part."""
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
            return next(int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


def tree_size(pid):
    return proportional_size(pid) + sum(tree_size(child) for child in children(pid))


def measure(command, stdin=None, memory=False):
    """Runs it, output thrown away; memory is looked at every INTERVAL, which costs time, so only on request."""
    peak, done = [0], threading.Event()

    def watch(pid):
        while not done.wait(INTERVAL):
            peak[0] = max(peak[0], tree_size(pid))

    with open(stdin or os.devnull, "rb") as source:
        began = time.monotonic()
        process = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        watcher = threading.Thread(target=watch, args=(process.pid,))
        if memory:
            watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        done.set()
        if memory:
            watcher.join()
    return Cost(wall, usage.ru_utime + usage.ru_stime, peak[0])
