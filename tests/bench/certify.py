#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""certify.py [--write MAP] [--language NAME]... PROGRAM FOLDER...: counts every file of FOLDERs by syntax, and as a table of lines alone is counted: by the marks of
its language where the map says `certified`. Prints a line for each language that is certified, and fails where one should not be: a file
that the grammar understands comes out otherwise, and certify.reasons does not say why. --write takes the word out of MAP for such languages; --language looks at no others."""

import argparse
import collections
import csv
import json
import os
import re
import subprocess
import sys

LEAST = 5_000_000  # bytes of real code; less is told, for smaller languages have no more


def run(program, *arguments):
    own = dict(os.environ, XDG_DATA_HOME="/nonexistent", XDG_CONFIG_HOME="/nonexistent")
    own.pop("ONFLAME_PLUGIN_PATH", None)
    common = ["--no-cache", "--no-ignore", "--hidden", "--progress", "never"]
    done = subprocess.run([program, *common, *arguments], capture_output=True, env=own, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"certify.py: {arguments}: {done.stderr.decode(errors='replace')}")
    return done.stdout.decode(errors="surrogateescape")


def by_syntax(program, folder, only):
    """The records of files that a grammar counted, by path."""
    for line in run(program, *only, "-f", "ndjson", "--by", "file", "--engine", "syntax", folder).splitlines():
        record = json.loads(line)
        if record["record"] == "file":
            yield record["path"], record


def as_table(program, folder, only):
    """Blank, comment and code of each file as a table of lines has them."""
    for row in csv.reader(run(program, *only, "--csv", "--by-file", folder).splitlines()):
        if len(row) == 5 and row[2].isdigit() and row[0] != "SUM":
            yield row[1], tuple(int(value) for value in row[2:])


def certified(program):
    """Names of the languages whose marks are certified."""
    listed = subprocess.run([program, "languages", "--json"], capture_output=True, check=True).stdout
    return {language["name"] for language in json.loads(listed) if language["certified"]}


def explained():
    """Ends of paths for whose difference there is a reason."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "certify.reasons"), encoding="utf-8") as file:
        return tuple(line.split()[0] for line in file if line.strip() and not line.startswith("#"))


def compare(program, folders, names):
    """For each certified language: files, bytes, and the paths that differ, those with errors of grammar apart."""
    found = {name: [0, 0, [], []] for name in names}
    only = ["--include-lang", ",".join(sorted(names))]
    for folder in folders:
        table = dict(as_table(program, folder, only))
        for path, record in by_syntax(program, folder, only):
            if record["language"] not in found:
                continue
            tally = found[record["language"]]
            tally[0] += 1
            tally[1] += os.path.getsize(os.path.join(folder, path)) if os.path.exists(os.path.join(folder, path)) else 0
            if table.get(path) == (record["blank"], record["comment"], record["code"]):
                continue
            broken = any("not understood" in note for note in record.get("notes", []))
            tally[3 if broken else 2].append(os.path.join(folder, path))
    return found


def take_back(path, names):
    """Takes `certified` out of the map's entries of these languages."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for name in names:
        entry = re.compile(r'(?m)^"?' + re.escape(name) + r'"?:\n(?:  .*\n)+')
        text = entry.sub(lambda match: match.group(0).replace("  certified: true\n", ""), text, count=1)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def main():
    parser = argparse.ArgumentParser(prog="certify.py", description=__doc__)
    parser.add_argument("--write", metavar="MAP")
    parser.add_argument("--language", metavar="NAME", action="append")
    parser.add_argument("program")
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    options = parser.parse_args()
    names = certified(options.program)
    if options.language:
        names &= set(options.language)
    if not names:
        sys.exit("certify.py: no such language is certified")
    found = compare(options.program, options.folders, names)
    print(f"{'certified':16}{'files':>8}{'MB':>8}{'differ':>8}{'of them not understood by the grammar':>40}")
    refused = []
    for name, (files, size, differ, broken) in sorted(found.items()):
        little = "   little code" if size < LEAST else ""
        print(f"{name:16}{files:8}{size / 1e6:8.1f}{len(differ) + len(broken):8}{len(broken):40}{little}")
        for path in differ:
            print(f"  differs: {path}")
        if any(not path.endswith(explained()) for path in differ):
            refused.append(name)
    if refused and options.write:
        take_back(options.write, refused)
    sys.exit(1 if refused else 0)


if __name__ == "__main__":
    main()
