#!/bin/sh
# SPDX-License-Identifier: MIT
# grammars.sh PROGRAM WORK FOLDER...: says how much of the real files below FOLDERs is not understood by the grammars of grammars.candidates:
# what the decision is made by to count a language by its marks though it has a plugin.
set -eu

[ $# -ge 3 ] || {
	echo 'usage: grammars.sh PROGRAM WORK FOLDER...' >&2
	exit 2
}
here=$(cd "$(dirname "$0")" && pwd)
program=$1
mkdir -p "$2"
work=$(cd "$2" && pwd)
shift 2
export XDG_DATA_HOME="$work/none" XDG_CONFIG_HOME="$work/none"

# files LANGUAGE FOLDER...: up to 300 of its files, none above 256 KB, for some of these grammars take minutes for more.
files() {
	language=$1
	shift
	"$program" --no-cache --no-ignore -f ndjson --by file --include-lang "$language" --max-file-size 256K --progress never "$@" |
		sed -n 's/^{"record":"file","path":"\([^"\\]*\)".*/\1/p' | awk 'NR <= 300'
}

grep -v '^#' "$here/grammars.candidates" | while IFS="$(printf '\t')" read -r language plugin decision; do
	echo "== $language"
	files "$language" "$@" >"$work/files"
	[ -s "$work/files" ] || {
		echo "no file of $language in the sources"
		continue
	}
	# xargs parts a list that is too long; the sums of the parts are printed one after the other.
	xargs -d '\n' timeout 900 "$program" plugins check "$plugin" <"$work/files" >"$work/$plugin.check" 2>&1 || true
	awk -v whole="$(wc -l <"$work/files")" '/% not understood/ && / functions$/ { files++; if ($0 !~ /: 0\.00 % not/) bad++ }
		/rules met$/ { print } END { printf "%d files, %d of them with parts that are not understood: %.0f %%\n", whole, bad, 100 * bad / whole }' "$work/$plugin.check"
	echo "lexical by default: $decision"
done
