# SPDX-License-Identifier: MIT
# --list-file: one path a line or between NULs, odd names, missing files; files given twice are counted once.
. "$(dirname "$0")/lib.sh"

total() {
	sed -n 's/^ *"total": {"files": \([0-9]*\), "lines": \([0-9]*\).*/\1 \2/p' out
}

# is FILES LINES
is() {
	[ "$(total)" = "$1 $2" ] || fail "files and lines are $(total), not $1 $2"
	passed=$((passed + 1))
}

odd=$(printf 'quo"te\nand line.c')
latin=$(printf 'l\344tin.c')
printf 'int a;\n' >tree/plain.c
printf 'int b;\n' >'tree/two blanks .c'
printf 'int c;\n' >"tree/$odd"
printf 'int d;\n' >"tree/$latin"
printf 'text\n' >tree/unknown.nobody

printf 'tree/plain.c\ntree/two blanks .c\n' >list
expect 0 -f json --by file --list-file list
is 2 2
printed '"path": "tree/two blanks .c"'
expect 0 -f json --by file --list-file - <list
is 2 2

printf 'tree/plain.c\0tree/two blanks .c\0tree/%s\0tree/%s\0' "$odd" "$latin" >list0
expect 0 -f json --by file --null --list-file list0
is 4 4
printed 'quo\"te\nand line.c'
find tree -name '*.c' -print0 | "$onflame" -f json --by file --null --list-file - >out 2>err || fail 'from a pipe'
is 4 4

# empty lines, CR LF, no line break at the end
printf '\r\n\ntree/plain.c\r\ntree/two blanks .c' >list
expect 0 -f json --list-file list
is 2 2

# a listed file that is missing is named, the others are counted
printf 'tree/plain.c\ntree/gone.c\n' >list
expect 1 -f json --by file --list-file list
is 1 1
said 'tree/gone.c: '
one_line
printed '{"path": "tree/gone.c", "why": '

"$onflame" -f json --by file --list-file tree/names >out 2>err
[ $? -eq 2 ] || fail 'a list that does not exist is wrong usage'
said 'tree/names'
one_line

# the same file on two ways is one file
expect 0 -f json tree/plain.c ./tree/plain.c tree
is 4 4
printf 'tree/plain.c\n./tree/plain.c\n' >list
expect 0 -f json --list-file list tree
is 4 4
expect 0 -f json tree tree
is 4 4
ln -s plain.c tree/link.c
expect 0 -f json tree
is 4 4
expect 0 -f json --follow-links tree
is 4 4

# a single file is shown as it was given
expect 0 -f json --by file tree/plain.c
is 1 1
printed '"path": "tree/plain.c"'
expect 0 -f json --by file "$work/tree/plain.c"
is 1 1
expect 0 -f json --by file -- "tree/$odd"
is 1 1

# a list of folders; a list with NULs that says nothing of them
printf 'tree\n' >list
expect 0 -f json --list-file list
is 4 4
expect 2 --list-file list0
said 'is --null missing?'
one_line
printf '' >list
expect 0 -f json --list-file list
is 0 0
finish
