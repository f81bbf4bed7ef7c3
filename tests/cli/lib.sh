# SPDX-License-Identifier: MIT
# For the tests of the command line: lib.sh is sourced with $1 the build folder. Each works in a fresh folder of its own.
set -u

build=$1
onflame=$build/onflame
tests=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

# Nothing of the user's own takes part.
HOME=$work/home XDG_CONFIG_HOME=$work/home/.config XDG_DATA_HOME=$work/home/.local/share
# No cache: each run is to count.
XDG_CACHE_HOME=/dev/null
export HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME
unset ONFLAME_PLUGIN_PATH NO_COLOR
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" tree

passed=0

fail() {
	printf 'FAILED: %s\n' "$1"
	[ ! -e out ] || { echo '--- standard output'; head -n 40 out; }
	[ ! -e err ] || { echo '--- standard error'; head -n 40 err; }
	exit 1
}

# expect STATUS ARGUMENT...: runs onflame; out and err hold what it printed.
expect() {
	wanted=$1
	shift
	"$onflame" "$@" >out 2>err
	got=$?
	[ "$got" -eq "$wanted" ] || fail "onflame $*: exit status $got, not $wanted"
	passed=$((passed + 1))
}

# said TEXT: standard error holds the text, in one line.
said() {
	grep -qF -- "$1" err || fail "not said: $1"
	passed=$((passed + 1))
}

# printed TEXT: standard output holds the text.
printed() {
	grep -qF -- "$1" out || fail "not printed: $1"
	passed=$((passed + 1))
}

# one_line: standard error is one line.
one_line() {
	[ "$(wc -l <err)" -eq 1 ] || fail "not one line on standard error"
	passed=$((passed + 1))
}

silent() {
	[ ! -s err ] || fail "standard error is not empty"
	passed=$((passed + 1))
}

# same WHAT A B: two files are equal, byte by byte.
same() {
	cmp "$2" "$3" >/dev/null || { diff "$2" "$3" | head -n 20; fail "$1"; }
	passed=$((passed + 1))
}

finish() {
	[ "$passed" -gt 0 ] || fail "nothing was tested"
	printf '%s passed, 0 failed\n' "$passed"
}
