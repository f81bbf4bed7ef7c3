# SPDX-License-Identifier: MIT
# Which files are counted: hidden and ignored ones, links, excludes, extensions, languages, types, sizes.
. "$(dirname "$0")/lib.sh"

cd tree || exit 1
mkdir -p sub/deep .hidden node_modules
printf 'int a;\n' >a.c
printf 'package b\n' >sub/b.go
printf 'x = 1\n' >sub/deep/c.py
printf '{}\n' >d.json
printf 'a { }\n' >e.css
printf '# Title\n' >f.md
printf 'int h;\n' >.hidden/h.c
printf 'int i;\n' >ignored.c
printf 'int n;\n' >node_modules/n.c
printf 'ignored.c\nnode_modules/\n' >.gitignore
cd ..

# files NAME...: the report lists exactly these files
files() {
	expect 0 -f ndjson --by file "$@" tree
	sed -n 's/.*"path": *"\([^"]*\)".*"language".*/\1/p' out | LC_ALL=C sort | tr '\n' ' ' >got
}

# are TEXT: of the call before
are() {
	[ "$(cat got)" = "$1" ] || fail "files are: $(cat got); not: $1"
	passed=$((passed + 1))
}

files
are 'a.c d.json e.css f.md sub/b.go sub/deep/c.py '
files --no-ignore
are 'a.c d.json e.css f.md ignored.c node_modules/n.c sub/b.go sub/deep/c.py '
files --hidden
are '.gitignore .hidden/h.c a.c d.json e.css f.md sub/b.go sub/deep/c.py '
files --exclude-dir sub
are 'a.c d.json e.css f.md '
files --exclude-dir=deep,nothing
are 'a.c d.json e.css f.md sub/b.go '
files --exclude-dir 'de*'
are 'a.c d.json e.css f.md sub/b.go '
files --exclude '*.c' --exclude /sub/b.go
are 'd.json e.css f.md sub/deep/c.py '
files --exclude 'sub/**'
are 'a.c d.json e.css f.md '
files --include-ext c,go
are 'a.c sub/b.go '
files --include-ext=py --include-ext=md
are 'f.md sub/deep/c.py '
files --exclude-ext c,go,json
are 'e.css f.md sub/deep/c.py '
files --include-lang C,python
are 'a.c sub/deep/c.py '
files --include-lang golang
are 'sub/b.go '
files --exclude-lang C --exclude-lang Markdown
are 'd.json e.css sub/b.go sub/deep/c.py '
files --include-lang C,Go --exclude-lang Go
are 'a.c '
files --include-type programming
are 'a.c sub/b.go sub/deep/c.py '
files --include-type data,prose
are 'd.json f.md '
files --exclude-type programming
are 'd.json e.css f.md '
files --include-type markup --include-type data --exclude-type data
are 'e.css '
expect 2 --include-type music tree
said "no type 'music'"
one_line

# what is not wanted is no skip
expect 0 -f json --by file --include-lang Go tree
printed '"skipped": []'

# larger files are left out, and the report says so
for number in $(seq 200); do echo "int a$number;"; done >tree/large.c
files --max-file-size 1K
are 'a.c d.json e.css f.md sub/b.go sub/deep/c.py '
expect 0 -f json --by file --max-file-size 1k tree
printed '{"path": "large.c", "why": '
mkdir empty
printf 'x\0' >tree/sub/binary.c
expect 0 -f json --by file --max-file-size 1k tree empty
printed '{"path": "tree/large.c", "why": '
printed '{"path": "tree/sub/binary.c", "why": '
rm tree/sub/binary.c
files --max-file-size 1M --include-ext c
are 'a.c large.c '
rm tree/large.c

# links are followed when asked for, and loops survived
mkdir outside
printf 'int o;\n' >outside/o.c
ln -s ../outside tree/out
ln -s ../tree tree/sub/loop
ln -s loop2 tree/loop2
ln -s nowhere tree/dangling.c
ln -s ../outside/o.c tree/link.c
files
are 'a.c d.json e.css f.md sub/b.go sub/deep/c.py '
"$onflame" -f ndjson --by file --follow-links tree >out 2>err
status=$?
[ $status -le 1 ] || fail "--follow-links: exit status $status"
[ "$(grep -c '"language": *"C"' out)" -ge 2 ] || fail 'no link was followed'
[ "$(grep -c 'o\.c"\|link\.c"' out)" -ge 1 ] || fail 'the file outside is not counted'
[ "$(grep -c '"path": *"[^"]*a\.c"' out)" -eq 1 ] || fail 'a loop counted a file twice'
rm tree/out tree/sub/loop tree/loop2 tree/dangling.c tree/link.c

# a PATH that is a link is followed; a folder named like a command is given with ./
ln -s tree linked
expect 0 -f json linked
printed '"files": 6'
mkdir languages
printf 'int l;\n' >languages/l.c
expect 0 -f json ./languages
printed '"files": 1'

# a file given as PATH is counted whatever the rules say
expect 0 -f json tree/ignored.c tree/.hidden/h.c
printed '"files": 2'
# where nothing is left it is said why; where nothing is, nothing
mkdir -p own/sub
printf 'int x;\n' >own/a.c
cp own/a.c own/sub/b.c
printf '*\n' >own/.ignore
expect 0 own
one_line
said 'no file is left: ignore rules leave out 3 files or folders (--no-ignore counts them), hidden names 0 (--hidden)'
expect 0 --no-ignore own
silent
expect 0 --exclude-ext c --no-ignore own
said 'ignore rules leave out 0 files or folders (--no-ignore counts them), hidden names 1 (--hidden)'
rm -r own/.ignore own/a.c own/sub/b.c
expect 0 own
silent
finish
