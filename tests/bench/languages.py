#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""languages.py [OPTION]... PROGRAM FOLDER...: counts every file of FOLDERs by syntax and lexically, and holds the two against
each other, file by file. Prints a line for each language: how many files, which of them have what the grammar does not
understand, and how far both ways of counting agree; then where they do not, and why, as languages.reasons has it."""

import argparse
import collections
import concurrent.futures
import fnmatch
import json
import os
import re
import subprocess
import sys
import tempfile

COUNTS = ("code", "comment", "blank")
HERE = os.path.dirname(os.path.abspath(__file__))
# Folders of version control, which the program never enters.
CONTROL = {".git", ".hg", ".svn", ".bzr", "_darcs", "CVS", ".jj", ".sl", ".pijul"}


def arguments():
    parser = argparse.ArgumentParser(prog="languages.py", description=__doc__)
    parser.add_argument("program")
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("--differ", metavar="LANG", help="print only the files of LANG that differ, each with its first differing line")
    parser.add_argument("--only", metavar="LANG,..", help="count only these languages")
    parser.add_argument("--json", action="store_true", help="all that was found as one JSON document")
    parser.add_argument("--explain", type=int, default=100, metavar="N", help="look for reasons in N differing files a language (100)")
    parser.add_argument("--keep-syntax", metavar="FILE", help="take the counts by syntax from FILE if it is there, else write it")
    return parser.parse_args()


def environment():
    """Plugins and maps of the user's own would be measured too."""
    own = dict(os.environ, XDG_DATA_HOME="/nonexistent", XDG_CONFIG_HOME="/nonexistent")
    own.pop("ONFLAME_PLUGIN_PATH", None)
    return own


def count(program, folders, engine, only, kept=None):
    """The records of one run: files by their path, what was skipped, the exit status, and what was said on standard error."""
    command = [program, "--no-cache", "--no-ignore", "--hidden", "-f", "ndjson", "--by", "file", "--progress", "never", "--engine", engine]
    command += [f"--include-lang={only}"] if only else []
    if kept and os.path.exists(kept):
        with open(kept, encoding="utf-8") as file:
            output, status, said = file.read(), 0, ""
    else:
        done = subprocess.run(command + folders, capture_output=True, text=True, env=environment(), check=False)
        output, status, said = done.stdout, done.returncode, done.stderr
        if status not in (0, 1):
            sys.exit(f"languages.py: {engine}: exit status {status}: {said}")
        if kept:
            with open(kept, "w", encoding="utf-8") as file:
                file.write(output)
    files, skipped = {}, {}
    for line in output.splitlines():
        record = json.loads(line)
        if record["record"] == "file":
            files[record["path"]] = record
        elif record["record"] == "skipped":
            skipped[record["path"]] = record
    return files, skipped, status, said


def walk(folders):
    """Every regular file below the folders, as a report with these roots names it."""
    for folder in folders:
        for path, inner, names in os.walk(folder):
            inner[:] = [name for name in inner if name not in CONTROL]
            for name in names:
                full = os.path.join(path, name)
                if os.path.isfile(full) and not os.path.islink(full):
                    yield full if len(folders) > 1 else os.path.relpath(full, folder)


def difference(one, other):
    """Lines that must at least be classed otherwise for the counts to come out as they do."""
    return (sum(abs(one[count] - other[count]) for count in COUNTS) + 1) // 2


def parts_differ(one, other):
    """Whether the embedded languages that are listed apart differ."""
    parts = [{part["language"]: [part[count] for count in COUNTS] for part in record["embedded"]} for record in (one, other)]
    return parts[0] != parts[1]


def explain(program, path, engine):
    """(class, reason, content) of each line, the language's name cut from the reason."""
    told = subprocess.run([program, "--explain", path, "--engine", engine], capture_output=True, env=environment(), check=False)
    lines = []
    for line in told.stdout.decode("utf-8", "replace").split("\n"):
        parts = re.match(r" *\d+  (code|comment|blank) +(\S(?:.*?\S)??) {2,}(.*)", line)
        if parts:
            reason, _, content = parts[3].partition("  ")
            lines.append((parts[1], re.sub(r" \([^()]*(\([^()]*\)[^()]*)*\)$", "", reason), content.strip()))
        elif line == "":
            break
    return lines


def places(program, path):
    """(kind, first line, lines, content) of each run of lines that the two engines class otherwise; its kind is that of its first."""
    syntax, lexical = (explain(program, path, engine) for engine in ("auto", "lexical"))
    found, last = [], None
    for number, (one, other) in enumerate(zip(syntax, lexical), 1):
        if one[0] == other[0]:
            continue
        if found and last == number - 1:
            found[-1][2] += 1
        else:
            found.append([f"{one[0]} [{one[1]}] / {other[0]} [{other[1]}]", number, 1, (one[2] or other[2])[:120]])
        last = number
    return found


class Reasons:
    """Lines of `language TAB kind TAB reason`; the first two may hold wildcards."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
        self.rows = [(row[0], row[1].replace("[", "[[]"), row[2]) for row in rows]

    def find(self, language, kind):
        return next((why for name, pattern, why in self.rows
                     if fnmatch.fnmatchcase(language, name) and fnmatch.fnmatchcase(kind, pattern)), None)


def trouble(record):
    """Why the file was counted lexically though a plugin was there; bytes not understood."""
    fallback, errors = None, 0
    for note in record["notes"]:
        if note.startswith("counted lexically: "):
            fallback = note.removeprefix("counted lexically: ")
        elif note.endswith(" bytes not understood"):
            errors = int(note.split()[0])
    return fallback, errors


def gather(syntax, lexical):
    """What is known of each language, and its differing files."""
    languages = collections.defaultdict(lambda: {
        "files": 0, "bytes": 0, "lines": 0, "syntax": 0, "fallbacks": {}, "with errors": 0, "error bytes": 0, "compared": 0,
        "equal": 0, "parts equal": 0, "lines compared": 0, "lines differing": 0, "differing": [], "kinds": []})
    for path, record in syntax.items():
        row = languages[record["language"]]
        fallback, errors = trouble(record)
        row["files"] += 1
        row["bytes"] += record["bytes"]
        row["lines"] += record["lines"]
        if fallback:
            row["fallbacks"][fallback] = row["fallbacks"].get(fallback, 0) + 1
        if record["engine"] != "syntax" or path not in lexical:
            continue
        row["syntax"] += 1
        row["with errors"] += errors > 0
        row["error bytes"] += errors
        row["compared"] += 1
        row["lines compared"] += record["lines"]
        lines = difference(record, lexical[path])
        row["equal"] += lines == 0
        row["parts equal"] += not parts_differ(record, lexical[path])
        if lines:
            row["lines differing"] += lines
            row["differing"].append({"path": path, "lines": lines, "errors": errors,
                                     "syntax": [record[count] for count in COUNTS],
                                     "lexical": [lexical[path][count] for count in COUNTS]})
    return languages


def look_for_kinds(program, folders, languages, limit, reasons):
    """Explains differing files, the smallest differences first, and sums up the places by kind."""
    jobs = [(name, entry) for name, row in languages.items()
            for entry in sorted(row["differing"], key=lambda entry: (entry["lines"], entry["path"]))[:limit]]

    def full(path):
        return path if len(folders) > 1 else os.path.join(folders[0], path)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        told = pool.map(lambda job: places(program, full(job[1]["path"])), jobs)
        kinds = collections.defaultdict(lambda: {"places": 0, "lines": 0, "files": 0, "example": None})
        for (name, entry), found in zip(jobs, told):
            broken = " in a file with ERROR" if entry["errors"] else ""
            entry["first"] = [found[0][0], found[0][1], found[0][3]] if found else None
            for kind in {place[0] for place in found}:
                kinds[name, kind + broken]["files"] += 1
            for kind, line, lines, content in found:
                row = kinds[name, kind + broken]
                row["places"] += 1
                row["lines"] += lines
                row["example"] = row["example"] or [entry["path"], line, content]
    for (name, kind), row in sorted(kinds.items(), key=lambda item: -item[1]["places"]):
        languages[name]["kinds"].append({"kind": kind, "reason": reasons.find(name, kind), **row})


def percent(part, whole):
    return f"{100 * part / whole:7.2f}" if whole else "      -"


def print_languages(languages):
    print(f"{'language':24}{'files':>7}{'lines':>9}{'MB':>7}{'syntax':>8}{'ERROR %':>9}{'equal %':>9}{'lines %':>9}{'parts %':>9}  differing")
    for name, row in sorted(languages.items(), key=lambda item: (-item[1]["compared"], -item[1]["lines"])):
        fallbacks = "".join(f"  {count} lexically: {why}" for why, count in row["fallbacks"].items())
        print(f"{name:24}{row['files']:7}{row['lines']:9}{row['bytes'] / 1e6:7.1f}{row['syntax']:8}"
              f"  {percent(row['with errors'], row['syntax'])}  {percent(row['equal'], row['compared'])}"
              f"  {percent(row['lines compared'] - row['lines differing'], row['lines compared'])}"
              f"  {percent(row['parts equal'], row['compared'])}"
              f"  {row['compared'] - row['equal']} files, {row['lines differing']} lines{fallbacks}")


def print_kinds(languages):
    for name, row in sorted(languages.items()):
        for kind in row["kinds"]:
            path, line, content = kind["example"]
            print(f"{name}: {kind['places']} places in {kind['files']} files: {kind['kind']}: {kind['reason'] or 'NOT LISTED'}"
                  f"\n    {path}:{line}: {content}")


def print_differing(name, row):
    for entry in row["differing"]:
        kind, line, content = entry.get("first") or ("", 0, "")
        print(f"{entry['path']}:{line}: {entry['lines']} lines; code, comment, blank {entry['syntax']} by syntax, {entry['lexical']} "
              f"lexically; {entry['errors']} bytes not understood; {kind}: {content}")
    print(f"{name}: {row['equal']} of {row['compared']} files equal, {row['lines differing']} of {row['lines compared']} lines differ")


def main():
    options = arguments()
    only = options.differ or options.only
    syntax, skipped, status, said = count(options.program, options.folders, "auto", only, options.keep_syntax)
    lexical, _, other_status, other_said = count(options.program, options.folders, "lexical", only)
    missing = [] if only else [path for path in walk(options.folders) if path not in syntax and path not in skipped]
    failed = [record for record in skipped.values() if record["failed"]]
    languages = gather(syntax, lexical)
    reasons = Reasons(os.path.join(HERE, "languages.reasons"))
    look_for_kinds(options.program, options.folders, languages, options.explain, reasons)
    if options.json:
        json.dump({"languages": languages, "missing": missing, "failed": failed}, sys.stdout, indent=1)
    elif options.differ:
        print_differing(options.differ, languages[options.differ])
    else:
        print_kinds(languages)
        print_languages(languages)
        print(f"{len(syntax)} files counted, {len(skipped)} not: " + ", ".join(
            f"{number} {why}" for why, number in collections.Counter(record["why"] for record in skipped.values()).most_common()))
        print("".join(f"neither counted nor skipped: {path}\n" for path in missing), end="")
        print("".join(f"failed: {record['path']}: {record['why']}\n" for record in failed), end="")
        print(said, other_said, sep="", end="", file=sys.stderr)
    unlisted = any(kind["reason"] is None for row in languages.values() for kind in row["kinds"])
    return 1 if missing or failed or status or other_status or unlisted else 0


if __name__ == "__main__":
    sys.exit(main())
