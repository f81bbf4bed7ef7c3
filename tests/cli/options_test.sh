# SPDX-License-Identifier: MIT
# Options and commands: forms, abbreviations, order and cut of the rows, help, version, colour.
. "$(dirname "$0")/lib.sh"

mkdir tree/sub
printf 'int f(int a)\n{\n\treturn a ? 1 : 2;\n}\nint g(void)\n{\n\treturn 0;\n}\n' >tree/a.c
printf '# c\n# c\n\n\nx = 1\n' >tree/sub/b.py
printf '[\n1\n]\n' >tree/c.json

# rows: the names of the csv's rows, in order
rows() {
	expect 0 -f csv --quiet "$@" tree
	sed '1,/^language\|^directory\|^file\|^kind/d' out | cut -d , -f 1-2 | tr '\n' ' ' >got
}

are() {
	[ "$(cat got)" = "$1" ] || fail "rows are: $(cat got); not: $1"
	passed=$((passed + 1))
}

# long options with a blank, with =, shortened; short ones together with their value
for form in '--format json' '--format=json' '--form json' '--for=json' '-f json' '-fjson' '--json'; do
	expect 0 $form tree
	printed '"schema": 1'
done
expect 2 --ex c tree
said "ambiguous option '--ex': one of --exclude-dir, --exclude"
expect 2 --include tree
said "ambiguous option '--include'"
expect 0 tree --json
printed '"roots": ["tree"]'
expect 0 --json -- tree
expect 2 --json -- --tree
said '--tree'
expect 0 -j1 --json tree
expect 0 --jobs=3 --json tree

# what a row is, their order and how many
rows --by file
are 'C,a.c JSON,c.json Python,sub/b.py '
rows --by-file
are 'C,a.c JSON,c.json Python,sub/b.py '
rows --files
are 'C,a.c JSON,c.json Python,sub/b.py '
rows --by file --reverse
are 'Python,sub/b.py JSON,c.json C,a.c '
rows --by file --sort comment
are 'Python,sub/b.py C,a.c JSON,c.json '
rows --by file --sort name
are 'C,a.c JSON,c.json Python,sub/b.py '
rows --by file --sort name --reverse
are 'Python,sub/b.py JSON,c.json C,a.c '
rows --by file --sort blank --top 1
are 'Python,sub/b.py '
rows --by file --top 2
are 'C,a.c JSON,c.json '
rows --by file --sort lines
are 'C,a.c Python,sub/b.py JSON,c.json '
for key in functions complexity code files; do
	rows --by file --sort $key
done
expect 2 --sort nothing tree
expect 2 --top many tree

# what a width means
for metric in code comment blank lines functions complexity; do
	expect 0 -f folded --metric $metric tree
	cp out "folded.$metric"
	expect 0 -f json tree
	wanted=$(sed -n "s/.*\"total\": {.*\"$metric\": \([0-9]*\).*/\1/p" out)
	[ "$(awk '{ sum += $NF } END { print sum + 0 }' "folded.$metric")" -eq "$wanted" ] || fail "--metric $metric: not $wanted"
done
expect 0 -f folded tree
same 'code is the usual metric' out folded.code
expect 2 --metric weight tree

# how deep
expect 0 -f folded --depth 1 tree
[ "$(awk '{ sum += $NF } END { print sum }' out)" -eq 12 ] || fail '--depth 1 loses lines'
grep -q 'b\.py' out && fail '--depth 1 shows what is deeper'
expect 0 -f tree --depth 0 tree
grep -q 'a\.c' out && fail '--depth 0 shows files'
expect 0 -f tree tree
printed 'f'
printed 'b.py'

# the languages
expect 0 languages
cp out all
[ "$(wc -l <out)" -gt 80 ] || fail 'too few languages'
expect 0 -l
same '-l' all out
expect 0 --languages
same '--languages' all out
expect 0 languages Go
printed '.go'
printed "plugin 'go'"
expect 0 languages golang
printed 'Go'
expect 2 languages Klingon
said "no language 'Klingon'"
one_line

# the plugins
expect 0 plugins
printed 'python '
printed 'ABI 1'
[ "$(wc -l <out)" -ge 20 ] || fail 'too few plugins'

expect 0 --version
grep -qE '^onflame [0-9]+\.[0-9]+\.[0-9]+, plugin ABI 1$' out || fail '--version'
expect 0 -V

for help in --help -h --he; do
	expect 0 $help
	silent
	[ "$(awk '{ if (length($0) > 100) print }' out | wc -l)" -eq 0 ] || fail "--help has lines over 100 columns"
	for option in --format --by --exclude-dir --policy --explain --timeout --plugin-dir --no-ignore; do
		printed "$option"
	done
	for code in 'Exit status' 'folded' 'markdown'; do
		printed "$code"
	done
done

# colour: never where no terminal is, unless asked for
escape=$(printf '\033[')
for format in table tree; do
	expect 0 -f $format tree
	grep -qF "$escape" out && fail "$format: colour in a file"
	expect 0 -f $format --color=always tree
	grep -qF "$escape" out || fail "$format: no colour though asked for"
	expect 0 -f $format --colour never tree
	grep -qF "$escape" out && fail "$format: colour though forbidden"
done
expect 2 --color sometimes tree

# options of a file, and the command line over them
mkdir -p "$XDG_CONFIG_HOME/onflame"
printf 'format json\n' >"$XDG_CONFIG_HOME/onflame/options"
expect 2 tree
said 'options:1:'
printf '# usual\n--format json\n' >"$XDG_CONFIG_HOME/onflame/options"
expect 0 tree
printed '"schema": 1'
expect 0 -f csv tree
printed 'SUM'
rm "$XDG_CONFIG_HOME/onflame/options"

# the format follows the ending of the output; - is standard output
expect 0 -o out.json tree
grep -q '"schema": 1' out.json || fail 'out.json is no JSON'
expect 0 -o out.csv tree
grep -q 'SUM' out.csv || fail 'out.csv is no CSV'
expect 0 -o - -f json tree
printed '"schema": 1'
expect 0 -o - tree
printed 'Python'
finish
