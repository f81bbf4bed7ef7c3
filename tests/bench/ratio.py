#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""ratio.py PROGRAM PARSE_ONLY PLUGIN LANGUAGE FOLDER...: processor time of `-f folded --jobs 1` over the files of one
language, and that of the bare parser over the same files. Runs take turns; medians of three."""

import json
import os
import statistics
import subprocess
import sys
import tempfile

from measure import measure

RUNS = int(os.environ.get("RUNS", "3"))


def list_files(program, language, folders):
    out = subprocess.run([program, "--no-cache", "-f", "ndjson", "--by", "file", "--include-lang", language, *folders],
                         stdout=subprocess.PIPE, check=False).stdout
    records = [json.loads(line) for line in out.splitlines()]
    base = folders[0] if len(folders) == 1 else ""
    files = [record for record in records if record["record"] == "file"]
    return [os.path.join(base, record["path"]) for record in files], sum(record["lines"] for record in files)


def main():
    if len(sys.argv) < 6:
        sys.exit(__doc__)
    program, parse_only, plugin, language, *folders = sys.argv[1:]
    files, lines = list_files(program, language, folders)
    files = [file for file in files if os.path.isfile(file) and "\n" not in file]
    ours, parse, reading = [], [], []
    with tempfile.NamedTemporaryFile("w") as paths:
        paths.write("".join(file + "\n" for file in files))
        paths.flush()
        for _ in range(RUNS):
            ours.append(measure([program, "--no-cache", "-f", "folded", "--jobs", "1", "--include-lang", language, *folders]).cpu)
            with open(paths.name, "rb") as source:
                told = subprocess.run([parse_only, plugin, language], stdin=source, stdout=subprocess.PIPE, check=True)
            parsing, whole, size = told.stdout.split()
            parse.append(float(parsing))
            reading.append(float(whole))
            print(f"  run: onflame {ours[-1]:.2f} s, bare parser {parse[-1]:.2f} s, with reading {reading[-1]:.2f} s", flush=True)
    own, bare, whole = map(statistics.median, (ours, parse, reading))
    print(f"{language}: {len(files)} files, {int(size) / 1e6:.1f} MB, {lines} lines")
    print(f"onflame {own:.2f} s, bare parser {bare:.2f} s, with reading {whole:.2f} s")
    print(f"ratio {own / bare:.3f} to the bare parser, {own / whole:.3f} to it with reading")
    return 0 if own / bare <= 1.25 else 1


if __name__ == "__main__":
    sys.exit(main())
