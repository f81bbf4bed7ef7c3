# SPDX-License-Identifier: MIT
"""What is measured: the program and the tools that people use for the same."""

import os
import shlex
import shutil
import sys
from collections import namedtuple

# `group` is what the user gets; the first row of a group is what the others are held against.
# `good` are the exit statuses of success; `prepare` is called before each run.
Row = namedtuple("Row", "group name command good prepare", defaults=((0,), None))

# What lizard reads is little by little added to it: these it has long known.
LIZARD_LANGUAGES = ("cpp", "go", "java", "javascript", "python", "ruby", "rust")


def tool(name, *others):
    """Its path: the variable of that name in capitals, or one of its names in PATH; None: not at hand."""
    named = os.environ.get(name.upper())
    found = next((path for path in map(shutil.which, [named] if named else [name, *others]) if path), None)
    if named and not found:
        sys.exit(f"speed.py: {name.upper()}={named}: no such program")
    return found


def pipe(*commands):
    """One command of several; bash tells of the failure of any."""
    return ["bash", "-o", "pipefail", "-c", " | ".join(shlex.join(command) for command in commands)]


def empty(folder):
    shutil.rmtree(folder, ignore_errors=True)


def own_rows(program, folder, room):
    # Debian's Linux ignores all of itself but for the packaging.
    plain = [program, "--no-ignore", "--progress", "never"]
    cold = [*plain, "--no-cache"]

    def keeping(name):
        return ["env", f"XDG_CACHE_HOME={os.path.join(room, name)}", *plain]

    def row(group, name, command, prepare=None):
        return Row(group, name, [*command, folder], (0,), prepare)

    yield row("lines", "onflame", cold)
    yield row("lines", "onflame, first run", keeping("first"), lambda: empty(os.path.join(room, "first")))
    yield row("lines", "onflame, again", keeping("lines"))
    yield row("functions", "onflame -f folded", [*cold, "-f", "folded"])
    yield row("functions", "onflame -f folded, first run", [*keeping("folded-first"), "-f", "folded"], lambda: empty(os.path.join(room, "folded-first")))
    yield row("functions", "onflame -f folded, again", [*keeping("folded"), "-f", "folded"])
    yield row("a picture", "onflame -f html", [*cold, "-f", "html"])
    yield row("a picture", "onflame -f html, again", [*keeping("folded"), "-f", "html"])


def other_rows(folder, jobs):
    tokei, scc, cloc, lizard = map(tool, ("tokei", "scc", "cloc", "lizard"))
    ctags, flame = tool("ctags", "ctags-universal"), tool("flamegraph", "flamegraph.pl")
    if tokei:
        yield Row("lines", "tokei", [tokei, "--no-ignore", folder])
    if scc:
        yield Row("lines", "scc", [scc, "--no-ignore", "--no-gitignore", folder])
    if cloc:
        yield Row("lines", "cloc", [cloc, "--quiet", f"--processes={jobs}", folder])
    if ctags:
        yield Row("functions", "universal-ctags", [ctags, "-R", "-f", "-", "--quiet=yes", folder])
    if lizard:
        languages = [word for language in LIZARD_LANGUAGES for word in ("-l", language)]
        yield Row("functions", "lizard", [lizard, *languages, "-t", str(jobs), "--csv", folder], (0, 1))
    if cloc and flame:
        yield Row("a picture", "cloc | flamegraph.pl",
                  pipe([cloc, f"--processes={jobs}", "--csv-delimiter=\t", "--by-file", "--quiet", "--csv", folder], ["sed", "1,2d"],
                       ["cut", "-f", "2,5"], ["sed", "s/\\//;/g"], [flame]))


def rows_of(program, folder, room, jobs):
    """All that are at hand, a group together."""
    rows = [*own_rows(program, folder, room), *other_rows(folder, jobs)]
    order = list(dict.fromkeys(row.group for row in rows))
    return sorted(rows, key=lambda row: order.index(row.group))


def missing():
    """Of the tools, those that are not at hand."""
    names = {"tokei": (), "scc": (), "cloc": (), "ctags": ("ctags-universal",), "lizard": (), "flamegraph": ("flamegraph.pl",)}
    return [name for name, others in names.items() if not tool(name, *others)]
