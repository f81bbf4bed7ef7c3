#!/bin/sh
# SPDX-License-Identifier: MIT
# Every format on a real tree, the program's own: readable by its readers, the same sums in all, the same bytes each time.
. "$(dirname "$0")/lib.sh"
cd "$source_dir/core"

for by in language directory role file function; do
	"$onflame" -f json --by $by . >"$work/$by.json"
	check_schema "$work/$by.json"
done
code=$(total_of "$work/function.json" code)
files=$(total_of "$work/function.json" files)
[ "$code" -gt 1000 ] || fail "only '$code' lines of code"

expect "sum of the stacks" "$("$onflame" -f folded . | "$read_folded" --strict | sum_of)" "$code"
expect "sum of the stacks of folders" "$("$onflame" -f folded --by directory . | "$read_folded" --strict | sum_of)" "$code"
expect "sum of the stacks of depth 2" "$("$onflame" -f folded --depth 2 . | "$read_folded" --strict | sum_of)" "$code"

# The well-known pipe, with cloc's name replaced.
"$onflame" --csv-delimiter="$(printf '\t')" --by-file --quiet --csv . |
	sed '1,2d' | cut -f 2,5 | sed 's/\//;/g' | "$read_folded" >"$work/pipe"
expect "the pipe made for cloc" "$(cat "$work/pipe")" "$files lines, sum $code"
expect "cloc's closing row" "$("$onflame" --csv --by-file . | tail -n 1 | cut -d , -f 1,2,5)" "SUM,,$code"

for format in table tree csv tsv json ndjson yaml markdown folded; do
	"$onflame" -f $format --by function --jobs 1 . >"$work/one"
	"$onflame" -f $format --by function --jobs 3 . >"$work/three"
	cmp "$work/one" "$work/three" || fail "$format depends on the number of jobs"
	if "$onflame" -f $format . >/dev/full 2>"$work/message"; then
		fail "$format: a full disk was not told"
	fi
	expect "lines about a full disk ($format)" "$(wc -l <"$work/message")" 1
done
