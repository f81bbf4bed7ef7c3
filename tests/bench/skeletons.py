#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""skeletons.py [--language NAME]... PROGRAM FOLDER...: finds the frames of every file of FOLDERs as the program does by itself and with the grammar shown
all, without and with complexity. Prints a line for each language that has a skeleton in the map: what it costs and saves. Fails where a
file that the grammar understands comes out otherwise."""

import argparse
import collections
import json
import os
import resource
import subprocess
import sys


# Files whose whole text the grammar misreads without an error of any length, by the end of their path.
MISREAD = (
    "protobuf/kokoro/release/python/linux/config.sh",  # a function is lost behind quotes in $(...) in quotes
)


def run(program, *arguments):
    """Standard output, and the processor time that it took."""
    own = dict(os.environ, XDG_DATA_HOME="/nonexistent", XDG_CONFIG_HOME="/nonexistent")
    own.pop("ONFLAME_PLUGIN_PATH", None)
    common = ["--no-cache", "--no-ignore", "--hidden", "--progress", "never"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([program, *common, *arguments], capture_output=True, env=own, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(f"skeletons.py: {arguments}: {done.stderr.decode(errors='replace')}")
    cost = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout.decode(errors="surrogateescape"), cost


def frames_of(text, files):
    """The lines of a folded report by file; `files` knows which parts of a stack are a path."""
    found = collections.defaultdict(list)
    for line in text.splitlines():
        stack, _, own = line.rpartition(" ")
        parts = stack.split(";")
        end = next((i for i in range(1, len(parts) + 1) if ";".join(parts[:i]) in files), None)
        if end is None:
            sys.exit(f"skeletons.py: no file of the listing in '{line}'")
        found[";".join(parts[:end])].append((";".join(parts[end:]), own))
    return found


def sums_of(text):
    """What complexity asks for, by file; and the files that the grammar did not understand all of."""
    sums, broken = {}, set()
    for line in text.splitlines():
        record = json.loads(line)
        if record["record"] != "file":
            continue
        path = record["path"].replace("/", ";")
        sums[path] = tuple(record[key] for key in ("code", "comment", "blank", "functions", "complexity", "cognitive"))
        if record["engine"] != "syntax" or any("not understood" in note for note in record["notes"]):
            broken.add(path)
    return sums, broken


def compare(program, language, folder, tally):
    only = ["--include-lang", language, folder]
    whole_sums, whole_cost = run(program, "-f", "ndjson", "--by", "file", "--engine", "syntax", *only)
    whole, broken = sums_of(whole_sums)
    if not whole:
        return
    left_sums, left_cost = run(program, "-f", "ndjson", "--by", "file", *only)
    left, _ = sums_of(left_sums)
    whole_frames, whole_frames_cost = run(program, "-f", "folded", "--engine", "syntax", *only)
    left_frames, left_frames_cost = run(program, "-f", "folded", *only)
    outline, shown = frames_of(whole_frames, whole), frames_of(left_frames, whole)
    tally["files"] += len(whole)
    tally["costs"] = [a + b for a, b in zip(tally["costs"], (whole_frames_cost, left_frames_cost, whole_cost, left_cost))]
    for path in whole:
        if whole[path] != left.get(path) or sorted(outline[path]) != sorted(shown[path]):
            found = os.path.join(folder, path.replace(";", "/"))
            tally["broken" if path in broken or found.endswith(MISREAD) else "differ"].append(found)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--language", action="append")
    parser.add_argument("program")
    parser.add_argument("folder", nargs="+")
    asked = parser.parse_args()
    listed = subprocess.run([asked.program, "languages", "--json"], capture_output=True, check=True).stdout
    names = asked.language or [language["name"] for language in json.loads(listed) if language["skeleton"]]
    print(f"{'language':12} {'files':>7} {'frames':>15} {'complexity':>15} {'differ':>7} {'not understood':>15}")
    wrong = []
    for name in names:
        tally = {"files": 0, "costs": [0, 0, 0, 0], "differ": [], "broken": []}
        for folder in asked.folder:
            compare(asked.program, name, folder, tally)
        a, b, c, d = tally["costs"]
        print(f"{name:12} {tally['files']:7} {a:6.1f} > {b:4.1f} s {c:6.1f} > {d:4.1f} s {len(tally['differ']):7} {len(tally['broken']):15}")
        wrong += tally["differ"]
    for path in wrong:
        print("differs:", path)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
