# SPDX-License-Identifier: MIT
# Each switch of a policy by itself and each policy as a whole, by what it is defined to be; where tokei and scc are at hand (in PATH, or
# named by TOKEI and SCC), they count the same files the same.
. "$(dirname "$0")/lib.sh"

printf '/* one\n\ntwo */\nint x;\n' >tree/comment.c
printf 'package a\n\nvar s = "//"\n' >tree/plain.go
printf 's = """one\n\ntwo"""\n' >tree/string.py
printf '"""A module.\n\nMore.\n"""\nx = 1\n' >tree/doc.py
printf '#!/bin/sh\necho\n' >tree/run.sh
printf '#!/usr/bin/env node\nf();\n' >tree/node.js
printf 'Words.\n\nMore.\n' >tree/text.md
printf '<p>\n<script>\n// own\n\nvar x;\n</script>\n' >tree/page.html

# FILE,BLANK,COMMENT,CODE of each file, by name.
rows() {
	sed -n 's/^[^,]*,\([^,]*\),\([0-9]*\),\([0-9]*\),\([0-9]*\)$/\1,\2,\3,\4/p' | LC_ALL=C sort
}

# check WHAT OPTION... -- FILE,BLANK,COMMENT,CODE...: these rows, and those of `base` for all other files, by every counter.
check() {
	what=$1
	shift
	cp base wanted
	options=
	while [ "$1" != -- ]; do
		options="$options $1"
		shift
	done
	shift
	for row; do
		grep -v "^${row%%,*}," wanted >rest
		{ cat rest && echo "$row"; } | LC_ALL=C sort >wanted
	done
	for engine in auto syntax lexical; do
		# The options hold no blanks.
		# shellcheck disable=SC2086
		(cd tree && "$onflame" $options --engine "$engine" --by-file --csv --quiet .) 2>err | rows >got
		cp wanted asked
		# Without a plugin's scan a page is but text with marks.
		[ "$engine" != lexical ] || sed -i '/^page\.html,/d' got asked
		same "$what, by engine $engine" asked got
		passed=$((passed + 1))
	done
}

cat >base <<'E'
comment.c,0,3,1
doc.py,0,4,1
node.js,0,1,1
page.html,1,1,4
plain.go,1,0,2
run.sh,0,1,1
string.py,0,0,3
text.md,1,2,0
E
check default --policy default --
# A docstring taken for comment is one.
check 'blank lines in comments' --blank-in-comment blank -- comment.c,1,2,1 doc.py,1,3,1
check 'and as they are' --blank-in-comment comment --
# A docstring taken for code is a string.
check 'blank lines in strings' --blank-in-string blank -- string.py,1,0,2
check 'and as they are' --blank-in-string code --
check docstrings --docstring code -- doc.py,0,0,5
check 'blank lines in docstrings that are code' --docstring code --blank-in-string blank -- doc.py,1,0,4 string.py,1,0,2
check 'and as they are' --docstring comment --
check shebangs --shebang code -- run.sh,0,0,2 node.js,0,0,2
check 'and as they are' --shebang comment --
check prose --prose code -- text.md,1,0,2
check 'and as they are' --prose comment --
check 'embedded languages' --embedded host -- page.html,1,0,5
check 'and as they are' --embedded own --

# The policies, and a switch that takes one rule of them back.
check cloc --policy cloc -- comment.c,1,2,1 doc.py,1,3,1 node.js,0,0,2 page.html,1,0,5 run.sh,0,0,2 string.py,1,0,2 text.md,1,0,2
# JavaScript has no comments with a number sign: its shebang is code to tokei and scc.
check tokei --policy tokei -- doc.py,0,0,5 node.js,0,0,2
cp wanted tokei.rows
check scc --policy scc -- node.js,0,0,2 page.html,1,0,5 text.md,1,0,2
cp wanted scc.rows
check 'cloc but for comments' --policy cloc --blank-in-comment comment -- doc.py,0,4,1 node.js,0,0,2 page.html,1,0,5 run.sh,0,0,2 \
	string.py,1,0,2 text.md,1,0,2
check 'tokei but for docstrings' --policy tokei --docstring comment -- node.js,0,0,2
check 'tokei but for shebangs' --policy tokei --shebang comment -- doc.py,0,0,5
check 'scc but for prose' --policy scc --prose comment -- node.js,0,0,2 page.html,1,0,5

# as_they_count FILE: the rows in what tokei or scc said as JSON.
as_they_count() {
	python3 - "$1" <<'E'
import json
import sys

said = json.load(open(sys.argv[1], encoding="utf-8"))


def add(stats):
    parts = [add(part) for part in stats.get("blobs", {}).values()]
    return [stats[key] + sum(part[i] for part in parts) for i, key in enumerate(("blanks", "comments", "code"))]


if isinstance(said, list):
    rows = [[file["Location"], file["Blank"], file["Comment"], file["Code"]] for language in said for file in language["Files"]]
else:
    rows = [[report["name"], *add(report["stats"])] for name, language in said.items() if name != "Total" for report in language["reports"]]
for name, *counts in sorted(rows):
    print(",".join([name[2:] if name.startswith("./") else name, *map(str, counts)]))
E
}

if command -v python3 >/dev/null 2>&1; then
	if command -v "${TOKEI:-tokei}" >/dev/null 2>&1; then
		(cd tree && "${TOKEI:-tokei}" -o json -f .) >said.json
		as_they_count said.json >theirs
		same 'tokei itself' tokei.rows theirs
	fi
	if command -v "${SCC:-scc}" >/dev/null 2>&1; then
		(cd tree && "${SCC:-scc}" -f json --by-file .) >said.json
		as_they_count said.json >theirs
		same 'scc itself' scc.rows theirs
	fi
fi
finish
