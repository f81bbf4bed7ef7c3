# SPDX-License-Identifier: MIT
# A call that fails once, or from some time on: the report is whole and right, or what is missing is said; never a crash, never for ever.
. "$(dirname "$0")/lib.sh"
onflame=$build/onflame_faulty
[ -x "$onflame" ] || fail 'no onflame_faulty in the build folder'

mkdir -p tree/sub/deep tree/left
printf '/* c */\nint main(void)\n{\n\treturn 0;\n}\n' >tree/main.c
printf 'def f():\n\t"""d"""\n\treturn 1\n' >tree/sub/f.py
printf 'f = () => 1; // one\n\n' >tree/sub/deep/f.js
printf '# t\n\n```c\nint x; /* x */\n```\n' >tree/README.md
printf '~ comment\ncode\n' >tree/x.own
printf 'int left;\n' >tree/left/out.c
printf '#!/bin/sh\necho # said\n' >tree/script
printf 'left/\n' >tree/.gitignore
mkdir -p tree/.git/info tree/.git/objects tree/.git/refs
echo 'ref: refs/heads/main' >tree/.git/HEAD
printf '[core]\n\tbare = false\n' >tree/.git/config
printf 'int excluded;\n' >tree/excluded.c
echo excluded.c >tree/.git/info/exclude
printf '*.gen.c linguist-generated\n' >tree/.gitattributes
printf 'Own:\n  type: programming\n  extensions: [.own]\n  line_comments: ["~"]\n' >tree/.onflame.yaml

# once CLASS NUMBER ARGUMENT...: fires is 1 where the call came to pass.
once() {
	fault="$1 $2"
	shift 2
	rm -f mark
	ONFLAME_FAULT=$fault ONFLAME_FAULT_MARK=$work/mark ASAN_OPTIONS=detect_leaks=0 \
		timeout -k 1 20 "$onflame" --no-cache --jobs 1 "$@" tree >out 2>err
	got=$?
	fires=0
	[ ! -e mark ] || fires=1
	case $got in
	0 | 1 | 2) ;;
	*) fail "$fault: exit status $got: onflame $*" ;;
	esac
	! grep -q 'Sanitizer\|runtime error' err || fail "$fault: a sanitizer speaks: onflame $*"
	! grep -v '^onflame: ' err || fail "$fault: not a line of ours: onflame $*"
	[ -s err ] || { [ "$got" -eq 0 ] && cmp -s out good; } || fail "$fault: wrong, status $got, and nothing said: onflame $*"
	# a row is that of a good run, or the line on standard error tells why it is another
	if [ "$1" = --csv ] && grep -vxF -f good out | grep -qv '^SUM,'; then
		grep -q 'rules not read\|counted lexically\|left out\|map' err || fail "$fault: another count, and nothing said of it"
	fi
	passed=$((passed + 1))
}

# each CLASS LAST ARGUMENT...: numbers further and further apart, until nothing fails any more.
each() {
	class=$1
	last=$2
	shift 2
	number=1
	while [ "$number" -le "$last" ]; do
		once "$class" "$number" "$@"
		[ "$fires" -eq 1 ] || break
		once "$class" "$number+" "$@"
		number=$((number + 1 + number / 4))
	done
	[ "$number" -gt 1 ] || fail "$class: never called"
}

for format in csv functions; do
	set -- --csv --by-file
	[ "$format" = csv ] || set -- --by function -f json
	"$onflame" --no-cache --jobs 1 "$@" tree >good 2>err || fail 'without a fault'
	silent
	for class in malloc open read stat readdir opendir mmap fork socketpair; do
		[ "$format" = csv ] || [ "$class" = malloc ] || [ "$class" = read ] || continue
		each "$class" 100000 "$@"
	done
done
finish
