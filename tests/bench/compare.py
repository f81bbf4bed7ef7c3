#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""compare.py REFEREE OURS PROGRAM FOLDER: compares what a referee says of each file with the program's ndjson report by
function, names every file that differs with the first line or frame that does, and prints how many are equal."""

import collections
import json
import os
import subprocess
import sys

COUNTS = ("lines", "code", "comment", "blank")
CLASS_NAMES = {"b": "blank", "c": "comment", "x": "code"}
# Which kinds the referees know; they do not tell methods and constructors from functions in every language.
KINDS = {"constructor": "function", "method": "function"}


def frame_key(kind, name, start, end):
    return start, -end, KINDS.get(kind, kind), name


def frame_text(key):
    return f"{key[2]} {key[3]} {key[0]}-{-key[1]}"


def first_line(program, path, classes):
    """The first line whose class differs, as --explain tells it."""
    told = subprocess.run([program, "--explain", path], capture_output=True, text=True, errors="replace").stdout
    ours = [line.split()[1] for line in told.split("\n") if line[:5].strip().isdigit() and len(line.split()) > 1]
    for number, (letter, name) in enumerate(zip(classes, ours), 1):
        if CLASS_NAMES[letter] != name:
            return f"line {number} is {CLASS_NAMES[letter]}, not {name}"
    return f"{len(classes)} lines, not {len(ours)}"


def count_difference(program, folder, referee, ours):
    if all(referee[count] == ours[count] for count in COUNTS):
        return None
    return first_line(program, os.path.join(folder, referee["path"]), referee["classes"])


def frame_difference(referee, ours):
    wanted = collections.Counter(frame_key(*frame) for frame in referee["frames"])
    found = collections.Counter(
        frame_key(frame["kind"], frame["name"], frame["start"], frame["end"]) for frame in ours["frames"])
    missing, extra = sorted((wanted - found).elements()), sorted((found - wanted).elements())
    if missing or extra:
        return "; ".join(
            [f"misses {frame_text(key)}" for key in missing[:1]] + [f"has {frame_text(key)}" for key in extra[:1]])
    return None


def main():
    if len(sys.argv) != 5:
        sys.exit("usage: compare.py REFEREE OURS PROGRAM FOLDER")
    program, folder = sys.argv[3:]
    with open(sys.argv[2], encoding="utf-8") as file:
        records = (json.loads(line) for line in file)
        ours = {record["path"]: record for record in records if record["record"] == "file"}
    tally = collections.Counter()
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in file:
            referee = json.loads(line)
            if "refused" in referee:
                tally["refused"] += 1
                print(f"refused by the referee: {referee['path']}: {referee['refused']}")
                continue
            tally["files"] += 1
            mine = ours.get(referee["path"])
            if mine is None:
                print(f"not counted: {referee['path']}")
                continue
            by_count = count_difference(program, folder, referee, mine)
            by_frame = frame_difference(referee, mine)
            tally["counts"] += by_count is None
            tally["frames"] += by_frame is None
            tally["both"] += by_count is None and by_frame is None
            tally["lines"] += referee["lines"]
            tally["frame total"] += len(referee["frames"])
            if by_count or by_frame:
                print(f"differs: {referee['path']}: {', '.join(filter(None, (by_count, by_frame)))}")
    files = max(tally["files"], 1)
    print(f"{tally['files']} files, {tally['lines']} lines, {tally['frame total']} frames; {tally['refused']} refused by the referee")
    for what in ("counts", "frames", "both"):
        print(f"{what + ' equal:':14} {tally[what]:6} files, {100 * tally[what] / files:.3f} %")
    return 0 if tally["both"] >= 0.999 * files else 1


if __name__ == "__main__":
    sys.exit(main())
