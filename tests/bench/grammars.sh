#!/bin/sh
# SPDX-License-Identifier: MIT
# grammars.sh PROGRAM WORK FOLDER...: makes a plugin of each grammar in grammars.candidates, as a user would, and says how much of the real
# files below FOLDERs it does not understand: what the decision is made by to count a language by its marks though a grammar exists.
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

# fetch NAME PACKAGE: the package of the npm registry, unpacked to WORK/NAME.
fetch() {
	[ ! -d "$work/$1" ] || return 0
	rm -rf "$work/$1.part"
	mkdir "$work/$1.part"
	(cd "$work" && tar -xf "$(npm pack --silent --ignore-scripts "$2")" -C "$1.part" --strip-components=1) && mv "$work/$1.part" "$work/$1"
}

# files LANGUAGE FOLDER...: up to 300 of its files, none above 256 KB, for some of these grammars take minutes for more.
files() {
	language=$1
	shift
	"$program" --no-cache --no-ignore -f ndjson --by file --include-lang "$language" --max-file-size 256K --progress never "$@" |
		sed -n 's/^{"record":"file","path":"\([^"\\]*\)".*/\1/p' | awk 'NR <= 300'
}

grep -v '^#' "$here/grammars.candidates" | while IFS="$(printf '\t')" read -r language package folder decision; do
	name=$(printf '%s' "$language" | tr 'A-Z ' 'a-z-')
	echo "== $language: $package"
	fetch "$name" "$package" || continue
	rm -rf "$work/new"
	if ! "$program" plugins new "$name" --grammar "$work/$name/$folder" --into "$work/new" >"$work/log" 2>&1 ||
		! "$program" plugins build "$work/new/$name" --into "$work/plugins" >>"$work/log" 2>&1; then
		tail -n 3 "$work/log"
		continue
	fi
	files "$language" "$@" >"$work/files"
	[ -s "$work/files" ] || {
		echo "no file of $language in the sources"
		continue
	}
	# xargs parts a list that is too long; the sums of the parts are printed one after the other.
	xargs -d '\n' timeout 900 "$program" plugins check "$name" --plugin-dir "$work/plugins" <"$work/files" >"$work/$name.check" 2>&1 || true
	awk -v whole="$(wc -l <"$work/files")" '/% not understood/ && / functions$/ { files++; if ($0 !~ /: 0\.00 % not/) bad++ }
		/rules met$/ { print } END { printf "%d files, %d of them with parts that are not understood: %.0f %%\n", whole, bad, 100 * bad / whole }' "$work/$name.check"
	echo "decision: $decision"
done
