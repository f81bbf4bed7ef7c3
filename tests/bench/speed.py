#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Wall and processor seconds and peak memory of the program and of other tools on the same folders, and what more of the same costs.

Tools are found in PATH, or named by TOKEI, SCC, CLOC, CTAGS, LIZARD, FLAMEGRAPH. The runs of all take turns, and medians are told, so
that what else the machine does weighs on all alike. A tool that ends with a failure is shown as failed, with its last words."""

import argparse
import os
import re
import shutil
import statistics
import sys
import tempfile

from measure import Cost, measure
from tools import missing, rows_of

JOBS = len(os.sched_getaffinity(0))
MEMORY_MOST = 300e6
SLOW = 30  # seconds: what takes longer is run but once
HEAD = f"{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'wall':>9}{'CPU':>8}{'MB/CPU s':>10}"


def size_of(folder):
    """Bytes and files."""
    sizes = [os.lstat(os.path.join(at, name)).st_size for at, _, names in os.walk(folder) for name in names]
    return sum(sizes), len(sizes)


def run(row, limit, memory=False):
    if row.prepare:
        row.prepare()
    return measure(row.command, memory=memory, limit=limit)


def failure(row, cost):
    if cost.status is None:
        return "stopped: it took too long"
    return None if cost.status in row.good else f"failed with status {cost.status}" + (f": {cost.words}" if cost.words else "")


def take_turns(rows, runs, limit):
    """Each row's costs, or its failure. The first run of each, with an eye on memory, warms all up and is timed only where it is slow."""
    costs, failed = {}, {}
    for row in rows:
        first = run(row, limit, memory=True)
        failed[row.name] = failure(row, first)
        costs[row.name] = [first] if first.wall > SLOW else []
        costs[row.name, "peak"] = first.memory
    for _ in range(runs):
        for row in rows:
            if not failed[row.name] and (not costs[row.name] or costs[row.name][0].wall <= SLOW):
                costs[row.name].append(run(row, limit))
                failed[row.name] = failure(row, costs[row.name][-1])
    middle = {row.name: Cost(statistics.median(cost.wall for cost in costs[row.name]),
                             statistics.median(cost.cpu for cost in costs[row.name]), costs[row.name, "peak"])
              for row in rows if not failed[row.name]}
    return middle, failed


def print_rows(rows, middle, failed, size):
    group, first = None, None
    for row in rows:
        if row.group != group:
            group, first = row.group, middle.get(row.name)
            print(f"{group + ':':30}{HEAD}   (wall, CPU: times {row.name})")
        if failed[row.name]:
            print(f"  {row.name:28}{failed[row.name]}")
            continue
        cost = middle[row.name]
        ratios = f"{cost.wall / first.wall:9.2f}{cost.cpu / first.cpu:8.2f}" if first else f"{'':17}"
        # Too soon over for a look at its memory.
        peak = f"{cost.memory / 1e6:9.1f}" if cost.memory else f"{'-':>9}"
        print(f"  {row.name:28}{cost.wall:9.2f}{cost.cpu:9.2f}{peak}{ratios}{size / 1e6 / cost.cpu:10.1f}")


def print_ratios(middle):
    """How far the program is from its aims, by processor time: that is what else runs on the machine touches least."""
    def ratio(words, name, others, aim):
        of = [other for other in others if other in middle]
        if name in middle and of:
            least = min(of, key=lambda other: middle[other].cpu)
            print(f"  {words} {middle[name].cpu / middle[least].cpu:.2f} of {least} (aim: {aim}); wall "
                  f"{middle[name].wall / middle[least].wall:.2f}")

    ratio("lines:", "onflame", ("tokei", "scc"), "at most 1")
    ratio("functions:", "onflame -f folded", ("tokei", "scc"), "at most 3")
    ratio("lines, again:", "onflame, again", ("onflame",), "at most 0.2")
    ratio("functions, again:", "onflame -f folded, again", ("onflame -f folded",), "at most 0.2")


def compare(program, folder, room, options):
    rows = [row for row in rows_of(program, folder, room, JOBS) if re.search(options.only, row.name)]
    if not rows:
        sys.exit(f"speed.py: no row fits --only {options.only}")
    size, files = size_of(folder)
    for row in rows:
        if "again" in row.name:
            run(row, options.limit)  # fills the cache
    middle, failed = take_turns(rows, options.runs, options.limit)
    print(f"\n{folder}: {size / 1e6:.0f} MB in {files:,} files, {options.runs} run(s) each, {JOBS} processors")
    print_rows(rows, middle, failed, size)
    print_ratios(middle)
    sys.stdout.flush()
    return [f"{folder}: {row.name} {failed[row.name]}" for row in rows if row.name.startswith("onflame") and failed[row.name]] + [
        f"{folder}: {name}: {middle[name].memory / 1e6:.0f} MB at peak, more than {MEMORY_MOST / 1e6:.0f}"
        for name in ("onflame", "onflame -f folded") if "kubernetes" in folder and name in middle and middle[name].memory > MEMORY_MOST]


def grow(program, folder, most, room, limit):
    """Copies are folders of hard links, which cost no room and are as many files as any."""
    print(f"\ncopies of {folder}: processor seconds for each of them, and peak memory")
    print(f"{'copies':>8}{'lines: CPU s a copy':>22}{'peak MB':>9}{'functions: CPU s a copy':>26}{'peak MB':>9}")
    count = made = 1
    copies = os.path.join(room, "copies")
    while count <= most:
        for number in range(made, count + 1):
            shutil.copytree(folder, os.path.join(copies, str(number)), copy_function=os.link, symlinks=True)
        made = count + 1
        plain = [program, "--no-cache", "--no-ignore", "--progress", "never", copies]
        lines, functions = (measure(command, memory=True, limit=limit) for command in (plain, [*plain, "-f", "folded"]))
        told = "".join(f"{cost.cpu / count:{width}.3f}{cost.memory / 1e6:9.1f}" if cost.status == 0 else f"{'failed':>{width + 9}}"
                       for cost, width in ((lines, 22), (functions, 26)))
        print(f"{count:8}{told}", flush=True)
        count *= 2


def main():
    parser = argparse.ArgumentParser(prog="speed.py", description=__doc__)
    parser.add_argument("program")
    parser.add_argument("folders", nargs="*", metavar="FOLDER")
    parser.add_argument("--runs", type=int, default=int(os.environ.get("RUNS", "3")), help="timed runs of each (3)")
    parser.add_argument("--limit", type=float, default=1200, metavar="S", help="stop a run after S seconds (1200)")
    parser.add_argument("--only", default="", metavar="RE", help="only rows whose name fits this regular expression")
    parser.add_argument("--grow", nargs=2, metavar=("N", "FOLDER"), help="then count 1, 2, 4 ... N copies of FOLDER")
    options = parser.parse_args()
    if not options.folders and not options.grow:
        parser.error("name a folder")
    if missing():
        print("not at hand:", ", ".join(missing()))
    room = tempfile.mkdtemp(prefix="speed-", dir=os.path.dirname(os.path.abspath([*options.folders, *(options.grow or [])[1:]][0])))
    wrong = []
    try:
        for number, folder in enumerate(options.folders):
            wrong += compare(options.program, folder, os.path.join(room, str(number)), options)
        if options.grow:
            grow(options.program, options.grow[1], int(options.grow[0]), room, options.limit)
    finally:
        shutil.rmtree(room)
    if wrong:
        sys.exit("speed.py: " + "; ".join(wrong))


if __name__ == "__main__":
    main()
