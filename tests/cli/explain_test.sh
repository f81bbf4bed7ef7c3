# SPDX-License-Identifier: MIT
# --explain: every line once, with class, frame and reason; its sums are those of the report.
. "$(dirname "$0")/lib.sh"

cat >tree/a.py <<'END'
"""Doc.

More."""
import os

# comment
def f():
    x = '''a

b'''
    return x
END

# column NUMBER: that column of the lines, which stand before an empty line
column() {
	awk -v n="$1" '/^$/ { exit } { print $n }' out
}

expect 0 --explain tree/a.py
silent
[ "$(column 1 | tr '\n' ' ')" = '1 2 3 4 5 6 7 8 9 10 11 ' ] || fail 'not every line once, in order'
[ "$(column 2 | tr '\n' ' ')" = 'comment comment comment code blank comment code code code code code ' ] ||
	fail 'classes'
[ "$(column 3 | tr '\n' ' ')" = '- - - - - - f f f f f ' ] || fail 'frames'
printed 'docstring: node'
printed 'string: node'
printed 'comment: node comment (Python)'
printed 'no visible character'
printed 'def f():'
printed 'Python, counted by syntax: 6 code, 4 comment, 1 blank, 1 functions'

# the classes that other policies give
expect 0 --policy tokei --explain tree/a.py
[ "$(column 2 | tr '\n' ' ')" = 'code code code code blank comment code code code code code ' ] || fail 'tokei'
expect 0 --docstring code --explain=tree/a.py
[ "$(column 2 | head -n 3 | tr '\n' ' ')" = 'code code code ' ] || fail 'docstrings as code'

# by marks
expect 0 --engine lexical --explain tree/a.py
printed 'counted by the marks of the language map'
printed 'mark #'
[ "$(column 1 | wc -l)" -eq 11 ] || fail 'not every line'

# the sums of every case of every language are those of the report
for input in "$tests"/languages/go/*/input.* "$tests"/languages/markdown/*/input.* "$tests"/languages/html/*/input.*; do
	expect 0 --explain "$input"
	explained=$(column 2 | sort | uniq -c | awk '{ count[$2] = $1 }
		END { printf "\"code\": %d, \"comment\": %d, \"blank\": %d", count["code"], count["comment"], count["blank"] }')
	expect 0 -f json "$input"
	grep -q "\"total\": .*$explained" out || fail "$input: --explain has $explained"
done

# what a terminal would obey is made visible
printf '// a\033[31mb\tc\n' >tree/esc.c
expect 0 --explain tree/esc.c
printed "$(printf '// a\\x1B[31mb\tc')"

# lines within other languages say so
printf '<script>\n// c\n</script>\n' >tree/a.html
expect 0 --explain tree/a.html
printed '(JavaScript)'

# what cannot be explained
expect 2 --explain nowhere.c
said 'nowhere.c: No such file or directory'
one_line
printf 'x\0' >tree/b.c
expect 1 --explain tree/b.c
said 'tree/b.c: not counted: binary'
one_line
expect 2 --explain tree
said '--explain tree: not a file'
one_line
finish
