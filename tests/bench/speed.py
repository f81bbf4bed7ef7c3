#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""speed.py [--grow N] PROGRAM FOLDER...: wall and processor seconds and peak memory of the program and of other counters, as far as
they are at hand (in PATH, or named by the variables CLOC, TOKEI, SCC, CTAGS), on each folder. Runs take turns; medians. Then what a
summary of 1, 2, 4 ... N copies of the first folder costs. Fails where the program took more memory than it may."""

import os
import shutil
import statistics
import sys
import tempfile

from measure import Cost, measure

RUNS = int(os.environ.get("RUNS", "3"))
JOBS = os.cpu_count()
MEMORY_MOST = 300e6


def commands(program, cache):
    """Name and command of each that is at hand; the folder comes last."""
    # Debian's Linux ignores all of itself but for the packaging.
    cold = [program, "--no-cache", "--no-ignore", "--progress", "never"]
    yield "onflame -f folded", [*cold, "-f", "folded"]
    yield "onflame", cold
    yield "onflame -f html", [*cold, "-f", "html"]
    yield "... folded, again", ["env", f"XDG_CACHE_HOME={cache}", program, "--no-ignore", "--progress", "never", "-f", "folded"]
    for name, binary, arguments in (
        ("tokei", "tokei", ["--no-ignore"]),
        ("scc", "scc", ["--no-ignore", "--no-gitignore"]),
        ("cloc", "cloc", ["--quiet", f"--processes={JOBS}"]),
        ("cloc --by-file", "cloc", ["--quiet", "--by-file", f"--processes={JOBS}"]),
        ("universal-ctags", "ctags", ["-R", "-f", "-", "--quiet=yes"]),
    ):
        path = shutil.which(os.environ.get(binary.upper(), binary))
        if path:
            yield name, [path, *arguments]


def median(costs):
    return Cost(*(statistics.median(values) for values in zip(*costs)))


def size_of(folder):
    return sum(os.lstat(os.path.join(at, name)).st_size for at, _, names in os.walk(folder) for name in names)


def compare(program, folder, cache):
    rows = list(commands(program, cache))
    costs = {name: [] for name, _ in rows}
    measure([*rows[3][1], folder])  # fills the cache
    for _ in range(RUNS):
        for name, command in rows:
            costs[name].append(measure([*command, folder], memory=True))
    first, size = median(costs[rows[0][0]]), size_of(folder)
    print(f"\n{folder}: {size / 1e6:.0f} MB, {RUNS} run(s) each, {JOBS} processors")
    print(f"{'':18}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'wall':>9}{'CPU':>9}{'MB/CPU s':>10}  (ratios to the first row)")
    for name, _ in rows:
        cost = median(costs[name])
        print(f"{name:18}{cost.wall:9.2f}{cost.cpu:9.2f}{cost.memory / 1e6:9.1f}"
              f"{cost.wall / first.wall:9.2f}{cost.cpu / first.cpu:9.2f}{size / 1e6 / cost.cpu:10.1f}", flush=True)
    return max(median(costs[name]).memory for name, _ in rows[:2])


def grow(program, folder, most, room):
    """Copies are folders of hard links, which cost no room and are as many files as any."""
    print(f"\n{'copies':>8}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'CPU s a copy':>14}")
    count = made = 1
    copies = os.path.join(room, "copies")
    while count <= most:
        for number in range(made, count + 1):
            shutil.copytree(folder, os.path.join(copies, str(number)), copy_function=os.link, symlinks=True)
        made = count + 1
        cost = median([measure([program, "--no-cache", "--no-ignore", "--progress", "never", copies], memory=True) for _ in range(RUNS)])
        print(f"{count:8}{cost.wall:9.2f}{cost.cpu:9.2f}{cost.memory / 1e6:9.1f}{cost.cpu / count:14.3f}", flush=True)
        count *= 2


def main():
    arguments, most = sys.argv[1:], 0
    if arguments[:1] == ["--grow"]:
        most, arguments = int(arguments[1]), arguments[2:]
    if len(arguments) < 2:
        sys.exit(__doc__)
    program, folders = arguments[0], arguments[1:]
    room = tempfile.mkdtemp(prefix="speed-", dir=os.path.dirname(os.path.abspath(folders[0])))
    try:
        peaks = [compare(program, folder, os.path.join(room, "cache")) for folder in folders]
        grow(program, folders[0], most, room)
    finally:
        shutil.rmtree(room)
    if peaks[0] > MEMORY_MOST:
        sys.exit(f"speed.py: {peaks[0] / 1e6:.0f} MB at peak, more than {MEMORY_MOST / 1e6:.0f}")


if __name__ == "__main__":
    main()
