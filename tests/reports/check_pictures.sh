#!/bin/sh
# SPDX-License-Identifier: MIT
# Pictures and profiles, read by an XML parser, a JSON parser and pprof: of this project's core and of names made to break them.
. "$(dirname "$0")/lib.sh"

hostile=$work/hostile
for name in 'new\nline' 'quo"te' '</title><script>alert(1)<' 'esc\033[31m' 'bidi\342\200\256gpj' 'latin\351' '&amp;' ']]>' \
	'none\357\277\276' 'half\355\240\200' "apo'strophe" 'bell\007' 'fire\360\237\224\245'; do
	name=$(printf -- "$name" | tr / _)
	mkdir -p "$hostile/$name"
	printf 'def f():\n    return lambda: 1\n' >"$hostile/$name/$name.py"
done

# check TREE NAME: all formats of a tree agree with each other and with the total
check()
{
	base=$work/$2
	for format in svg speedscope.json pb.gz folded; do
		(cd "$1" && "$onflame" -o "$base.$format" .)
	done
	(cd "$1" && "$onflame" -f svg --inverted --palette hot --width 900 . >"$base.inverted.svg")
	python3 -c 'import sys, xml.etree.ElementTree as xml; xml.parse(sys.argv[1])' "$base.inverted.svg" ||
		fail "$base.inverted.svg is no XML"
	sum=$(python3 "$source_dir/tests/reports/check_pictures.py" "$base.svg" "$base.speedscope.json" "$base.folded") ||
		fail "$2"
	expect "lines of $2" "$sum" "$(cd "$1" && "$onflame" -f json . | sed -n 's/^  "total": {.*"code": \([0-9]*\).*/\1/p')"
	gzip -t "$base.pb.gz" || fail "$base.pb.gz is not compressed"
	if command -v go >/dev/null; then
		HOME=$work PPROF_TMPDIR=$work go tool pprof -top -nodecount=1 "$base.pb.gz" >"$base.top" 2>&1 ||
			fail "pprof does not read $base.pb.gz: $(cat "$base.top")"
		grep -q "of ${sum}lines total" "$base.top" || fail "pprof counts otherwise: $(cat "$base.top")"
	fi
}

check "$source_dir/core" core
check "$hostile" hostile
