# SPDX-License-Identifier: MIT
# Bad input gets one clear line and the right exit status; what was counted is not lost.
. "$(dirname "$0")/lib.sh"

printf 'int main(void)\n{\n\treturn 0; /* done */\n}\n' >tree/main.c

# wrong usage
expect 2 --no-such-option
said "onflame: unknown option '--no-such-option'; see --help"
one_line
expect 2 --no-cache=1 tree
said "option '--no-cache=1': --no-cache takes no value"
one_line
expect 2 -Z tree
said "unknown option '-Z'"
one_line
expect 2 --jobs=99999999999999999999 tree
said "--jobs: '99999999999999999999' is too large"
one_line
expect 2 --depth
said "option '--depth' needs an argument"
expect 2 --depth=many tree
said "--depth: 'many' is not a number"
expect 2 --by nothing tree
said "--by: 'nothing' is none of language, directory, file, function"
expect 2 -f nothing tree
said "no format 'nothing'"
expect 2 -o report.nothing tree
said 'its ending tells no format'
expect 2 --include-lang Klingon tree
said "no language 'Klingon'"
expect 2 --policy nobody tree
said "--policy: 'nobody' is none of"
expect 2 --max-file-size huge tree
said "'huge' is not a size"
expect 2 --timeout -1 tree
said "--timeout: '-1' is not a number of seconds"
expect 2 --null tree
said '--null goes with --list-file'
expect 2 plugins frobnicate
one_line

# paths
expect 2 nowhere
said 'nowhere'
one_line
mkdir empty
expect 0 empty
silent
expect 0 -f json empty
printed '"files": 0'

# maps
expect 2 --language-map nowhere.yaml tree
said 'nowhere.yaml'
one_line
printf 'C:\n  type: 7\n' >map.yaml
expect 2 --language-map map.yaml tree
said 'map.yaml:2:9:'
one_line
printf 'C: {type: programming\n' >map.yaml
expect 2 --language-map map.yaml tree
said 'map.yaml:'
one_line
printf 'New:\n  type: programming\n  extensions: [.new]\n  plugin: nothere\n' >map.yaml
printf 'text\n' >tree/a.new
expect 0 --language-map map.yaml tree
said "a.new: counted lexically: plugin 'nothere': no nothere.so in"
one_line
rm tree/a.new

# the counted tree's own map may say what a language is, but not stop the count or name code to load
printf 'C:\n  plugin: evil\n' >tree/.onflame.yaml
expect 0 --functions tree
said 'tree/.onflame.yaml:2:'
one_line
printed ': 1 by syntax'
printf 'Own:\n  type: programming\n  extensions: [.own]\n  line_comments: ["~"]\n' >tree/.onflame.yaml
printf '~ comment\ncode\n' >tree/x.own
expect 0 tree
silent
printed 'Own '
rm tree/.onflame.yaml tree/x.own

# unreadable: told, the rest counted (root reads everything, hence the other user)
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null 2>&1; then
	printf 'int x;\n' >tree/secret.c
	mkdir tree/closed
	printf 'int y;\n' >tree/closed/y.c
	chmod 000 tree/secret.c tree/closed
	chmod 755 "$work"
	mkdir program # the build folder may lie where the other user cannot go
	cp -r "$onflame" "$build/share" program/
	setpriv --reuid 65534 --clear-groups --regid 65534 program/onflame -f json --by file tree >out 2>err
	[ $? -eq 1 ] || fail 'unreadable files: not exit status 1'
	said 'secret.c: Permission denied'
	said 'closed'
	printed '"path": "main.c"'
	printed '"skipped"'
	chmod 755 tree/closed
	rm -rf tree/secret.c tree/closed
fi

# output
expect 1 -o /dev/full -f json tree
said 'No space left on device'
one_line
"$onflame" tree >/dev/full 2>err
[ $? -eq 1 ] || fail 'full standard output: not exit status 1'
said 'standard output'
one_line
for number in $(seq 30000); do
	printf 'int f%s(void)\n{\n\treturn 0;\n}\n' "$number"
done >tree/many.c
{ "$onflame" -f folded tree 2>err; echo $? >status; } | head -n 1 >/dev/null
# whoever closed it had enough, as head has: the status tells, and no words
[ "$(cat status)" -eq 1 ] || fail 'closed pipe: not exit status 1'
silent
{ "$onflame" languages --json 2>err; echo $? >status; } | head -n 1 >/dev/null
[ "$(cat status)" -eq 1 ] || fail 'closed pipe of a command: not exit status 1'
silent
# told before the count: nothing is counted that could not be written
expect 2 -f csv -o nowhere/report.csv tree
said '--output nowhere/report.csv: No such file or directory'
one_line
expect 2 -f csv -o tree tree
said '--output tree: Is a directory'
long=$(printf '%0251d' 0).csv
expect 0 -o "$long" tree
[ -s "$long" ] || fail 'no report of a name as long as names can be'
printf 'old\n' >report.csv
expect 0 -o report.csv tree
grep -q old report.csv && fail 'the report did not take the place of the old one'
[ "$(ls -A | grep -c '^report.csv\|^[.]onflame')" -eq 1 ] || fail 'something was left beside the report'

# a limit of the caller's is not called ours (a program with sanitizers does not start below one)
printf 'int x;\n' >tree/small.c
if (ulimit -v 60000 && "$onflame" --version) >/dev/null 2>&1; then
	(ulimit -v 60000 && "$onflame" --jobs 1 tree/small.c) >out 2>err
	grep -q GiB err && fail 'memory: a limit that was not reached'
	passed=$((passed + 1))
fi

# closed streams do not become files of the count
"$onflame" tree <&- >out 2>err || fail 'closed standard input'
"$onflame" -o closed.json tree >&- 2>err || fail 'closed standard output, where the report goes to a file'
"$onflame" tree 2>err >&-
[ $? -eq 1 ] || fail 'closed standard output: not exit status 1'
said 'standard output'
one_line
"$onflame" --list-file - 2>err <&-
[ $? -eq 2 ] || fail 'closed standard input: not exit status 2'
one_line
grep -q '"schema"' closed.json || fail 'the report is not in its file'

# a configuration file
printf '# a comment\n--by file\n--top=1\n' >options
expect 0 --config options tree
printed 'many.c'
printf -- '--by\n' >options
expect 2 --config options tree
said "options:1: option '--by' needs an argument"
expect 2 --config nowhere tree
said 'nowhere: No such file or directory'
finish
