#!/bin/sh
# SPDX-License-Identifier: MIT
# Names that were made to break a report: none is lost, none forges a row, a frame or a colour.
. "$(dirname "$0")/lib.sh"

tree=$work/tree
count=0
for name in 'new\nline' 'tab\tulator' 'quo"te' 'semi;colon' 'esc\033[31m' 'osc\033]0;x\007' 'bidi\342\200\256gpj' \
	'latin\351' 'blank ' ' blank' 'number 12' 'comma,' '100%%\377' 'pipe|`tick`' '<script>' '-dash' 'return\r'; do
	# The x keeps a line break at the end, which $(...) would take off.
	folder=$(printf -- "$name"; echo x)
	mkdir -p "$tree/${folder%x}"
	file=$(printf -- "$name.py"; echo x)
	printf 'def f():\n    return 1\n' >"$tree/${folder%x}/${file%x}"
	count=$((count + 1))
done
code=$((2 * count))
cd "$tree"

"$onflame" -f json --by function . >"$work/function.json"
check_schema "$work/function.json"
expect "files" "$(total_of "$work/function.json" files)" "$count"
expect "code" "$(total_of "$work/function.json" code)" "$code"
expect "stacks" "$("$onflame" -f folded . | "$read_folded" --strict)" "$count lines, sum $code"
expect "rows of TSV" "$("$onflame" -f tsv --by file --quiet . | wc -l)" $((count + 1))
expect "columns of TSV" "$("$onflame" -f tsv --by file --quiet . | awk -F '\t' '{print NF}' | sort -u)" 5
expect "records of NDJSON" "$("$onflame" -f ndjson . | wc -l)" $((count + 2))
expect "rows of Markdown" "$("$onflame" -f markdown --by file . | grep -c '^|')" $((count + 3))

for format in table tree markdown folded; do
	for by in directory file function; do
		"$onflame" -f $format --by $by . >"$work/report"
		if LC_ALL=C grep -q "$(printf '[\001-\011\013-\037\177]')" "$work/report"; then
			fail "$format by $by holds a control byte"
		fi
		if LC_ALL=C grep -q "$(printf '\342\200\256')" "$work/report"; then
			fail "$format by $by reverses text"
		fi
	done
done
