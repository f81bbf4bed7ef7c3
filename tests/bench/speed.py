#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""speed.py PROGRAM FOLDER...: wall and processor seconds and peak memory of the program and of other counters, as far as
they are at hand (in PATH, or named by the variables CLOC, TOKEI, SCC, CTAGS), on each folder. Runs take turns; medians."""

import os
import shutil
import statistics
import sys

from measure import Cost, measure

RUNS = int(os.environ.get("RUNS", "3"))
JOBS = os.cpu_count()


def commands(program):
    """Name and command of each that is at hand; the folder comes last."""
    yield "onflame -f folded", [program, "-f", "folded"]
    yield "onflame", [program]
    for name, binary, arguments in (
        ("tokei", "tokei", []),
        ("scc", "scc", []),
        ("cloc", "cloc", ["--quiet", f"--processes={JOBS}"]),
        ("cloc --by-file", "cloc", ["--quiet", "--by-file", f"--processes={JOBS}"]),
        ("universal-ctags", "ctags", ["-R", "-f", "-", "--quiet=yes"]),
    ):
        path = shutil.which(os.environ.get(binary.upper(), binary))
        if path:
            yield name, [path, *arguments]


def median(costs):
    return Cost(*(statistics.median(values) for values in zip(*costs)))


def compare(program, folder):
    rows = list(commands(program))
    costs = {name: [] for name, _ in rows}
    for _ in range(RUNS):
        for name, command in rows:
            costs[name].append(measure([*command, folder], memory=True))
    first = median(costs[rows[0][0]])
    print(f"\n{folder}: {RUNS} run(s) each, {JOBS} processors")
    print(f"{'':18}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'wall':>9}{'CPU':>9}  (ratios to the first row)")
    for name, _ in rows:
        cost = median(costs[name])
        print(f"{name:18}{cost.wall:9.2f}{cost.cpu:9.2f}{cost.memory / 1e6:9.1f}"
              f"{cost.wall / first.wall:9.2f}{cost.cpu / first.cpu:9.2f}", flush=True)
    return first.memory


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    for folder in sys.argv[2:]:
        compare(sys.argv[1], folder)


if __name__ == "__main__":
    main()
