# SPDX-License-Identifier: MIT
# Under a shell's limits all is counted all the same, or one line says which was too low.
. "$(dirname "$0")/lib.sh"

cp -r "$tests/languages/python" "$tests/languages/go" tree/
# open without end, each a shape of its own for what reads or writes a tree
deep=$(awk 'BEGIN { for (i = 0; i < 3000; i++) printf "func f() { _ = func() {\n" }')
printf 'package a\n%s\n' "$deep" >tree/deep.go
awk 'BEGIN { for (i = 0; i < 20000; i++) printf "[" }' >tree/deep.json

# within LIMIT ARGUMENT...: runs onflame below a limit; out and err hold what it printed, status is its exit status.
within() {
	limit=$1
	shift
	# $limit: an option of ulimit and its value
	(ulimit $limit && exec timeout 60 "$onflame" "$@") >out 2>err
	status=$?
}

# as_without LIMIT ARGUMENT...: the report is the one that is written below no limit.
as_without() {
	limit=$1
	shift
	"$onflame" "$@" >wanted 2>/dev/null
	within "$limit" "$@"
	[ "$status" -eq 0 ] || fail "ulimit $limit: onflame $*: exit status $status, not 0"
	same "ulimit $limit: onflame $*: another report" wanted out
}

# a small stack (a program with sanitizers does not start on one)
within '-s 64' --version
if [ "$status" -eq 0 ]; then
	for format in table tree csv json yaml markdown folded svg html speedscope pprof; do
		as_without '-s 64' -f "$format" --by function tree
	done
	as_without '-s 64' languages
	as_without '-s 64' plugins check
	as_without '-s 64' --explain tree/deep.go
fi

# few files open at once: also fewer than workers were asked for, which waited for ever
as_without '-n 16' --jobs 2 tree
within '-n 6' --version
if [ "$status" -eq 0 ]; then
	as_without '-n 6' --jobs 8 --engine lexical tree
fi
within '-n 4' --version
if [ "$status" -eq 0 ]; then
	within '-n 4' tree
	[ "$status" -eq 1 ] || fail "ulimit -n 4: exit status $status, not 1"
	said 'oo many open files'
fi

# no process more
if [ "$(id -u)" -ne 0 ]; then
	within '-u 1' tree
	if [ "$status" -ne 0 ]; then
		[ "$status" -eq 1 ] || fail "ulimit -u 1: exit status $status, not 1"
		said 'cannot start a worker process'
		one_line
	fi
fi

# no byte in a file: the report is not half written, nor left beside what stood there
printf 'old\n' >report.json
(ulimit -f 0 && exec "$onflame" -o report.json tree 2>&1) | cat >err
said 'report.json: the report could not be written: File too large'
one_line
[ "$(cat report.json)" = old ] || fail 'ulimit -f 0: the old report is gone'
[ "$(ls -A | grep -c '^[.]onflame\|^report')" -eq 1 ] || fail 'ulimit -f 0: something was left beside the report'
finish
