# SPDX-License-Identifier: MIT
# onflame languages: the list, one language in full, what files are and why.
. "$(dirname "$0")/lib.sh"

# the list
expect 0 languages
silent
[ "$(wc -l <out)" -ge 450 ] || fail 'fewer than 450 languages'
grep -q '^C  *programming  *c  *\.c ' out || fail 'no row of C'
grep -q '^CSV  *data  *lexical  *\.csv$' out || fail 'no row of CSV'
cp out all
expect 0 -l
same '-l is the list' all out
expect 0 languages --include-type prose
grep -vq ' prose ' out && fail 'a row that is not prose'
grep -q '^Markdown ' out || fail 'Markdown is prose'
expect 0 languages --exclude-type programming,markup,data
cp out prose
expect 0 languages --include-type prose
same 'the other types left out' prose out
expect 0 languages --plugin json
grep -q '^JSON ' out || fail 'plugin json counts JSON'
grep -vq ' json ' out && fail 'a row of another plugin'
expect 0 languages --match makef
grep -q '^Makefile ' out || fail 'makef is in Makefile'
[ "$(wc -l <out)" -lt 20 ] || fail 'too many rows for makef'
expect 0 languages --match no-such-thing
[ ! -s out ] || fail 'rows for nothing'

expect 0 languages --include-lang Go,python
[ "$(wc -l <out)" -eq 2 ] || fail 'more than Go and Python'
expect 0 languages --exclude-lang go --include-type programming
grep -q '^Go ' out && fail 'Go is left out'
expect 2 languages --include-lang Klingon
said "no language 'Klingon'"
one_line
expect 2 languages --include-type code
said "no type 'code'"
one_line

# one in full
expect 0 languages c++
printed 'C++'
printed "by syntax, plugin 'cpp'"
printed "extension '.h' is shared"
printed 'line comment    //'
printed 'block comment   /* ... */'
expect 0 languages Haskell
printed 'nested'
expect 0 languages Python
printed 'documentation as a statement'
# a language that has a plugin and is counted by its marks unless that is asked for
expect 0 languages PowerShell
printed "lexically, by the marks below; by syntax, plugin 'powershell', with --engine syntax"
expect 0 languages --match powershell
grep -q '^PowerShell  *programming  *lexical ' out || fail 'no row of PowerShell'
expect 0 languages PowerShell --json
printed '"default_engine": "lexical"'
mkdir marks && printf 'function f { 1 }\n' >marks/a.ps1
expect 0 -f json --by file marks
printed '"engine": "lexical"'
expect 0 -f json --by file --engine syntax marks
printed '"engine": "syntax"'
printf 'PowerShell: {default_engine: syntax}\n' >marks.yaml
expect 0 -f json --by file --language-map marks.yaml marks
printed '"engine": "syntax"'
printf 'PowerShell: {default_engine: best}\n' >marks.yaml
expect 2 --language-map marks.yaml marks
said "marks.yaml:1:30: unknown engine 'best' (expected syntax or lexical)"
one_line
expect 2 languages Klingon
said "no language 'Klingon' and no such file"
one_line
expect 2 languages -f svg
one_line

# JSON
expect 0 languages --json
printed '"name": "Go"'
expect 0 languages C --json
printed '"plugin": "c"'
printed '"extension_rules"'
if command -v python3 >/dev/null 2>&1; then
	"$onflame" languages --json | python3 -c 'import json, sys; assert len(json.load(sys.stdin)) >= 450' ||
		fail 'the list is no JSON'
	"$onflame" languages C Perl --json | python3 -c 'import json, sys
c, perl = json.load(sys.stdin)
assert c["name"] == "C" and ".h" in c["extension_rules"] and "//" in c["line_comments"]
assert any(rule["language"] == "Prolog" for rule in perl["extension_rules"][".pl"])' || fail 'wrong JSON'
fi

# files
printf 'int x;\n' >tree/a.c
printf 'class A;\n' >tree/a.h
printf '#!/usr/bin/env python3\n' >tree/script
printf '# vim: ft=ruby\n' >tree/ruby.txt
printf 'all:\n' >tree/Makefile
printf 'x\n' >tree/a.unknown
printf '\0\1\2' >tree/a.bin
expect 0 languages tree/a.c tree/a.h tree/script tree/ruby.txt tree/Makefile tree/a.unknown tree/a.bin
silent
printed "tree/a.c: C, by extension '.c'; counted by plugin 'c'"
printed "tree/a.h: C++, by content: rule 3 for extension '.h'"
printed "tree/script: Python, by shebang 'python3'"
printed 'tree/ruby.txt: Ruby, by modeline'
printed "tree/Makefile: Makefile, by file name 'Makefile'"
printed 'tree/a.unknown: language not known'
printed 'tree/a.bin: binary'
mkdir tree/.git
cat >tree/.gitattributes <<'E'
*.unknown linguist-language=Go linguist-generated
a.c linguist-language=Klingon -linguist-vendored
script linguist-language=emacs-lisp
E
expect 0 languages tree
printed 'tree/a.unknown: Go, by .gitattributes: linguist-language=Go'
printed '.gitattributes: generated'
printed "tree/a.c: C, by extension '.c'"
printed '.gitattributes: not vendored'
printed 'tree/script: Emacs Lisp, by .gitattributes: linguist-language=emacs-lisp'
expect 0 languages --json tree/a.unknown
printed '"evidence": ".gitattributes"'
printed '"generated": true'

# the count obeys as well, of a tree and of a single file
expect 0 --csv --by-file --quiet tree
printed 'Go,a.unknown,0,0,1'
expect 0 --csv --by-file --quiet tree/a.unknown
printed 'Go,'
expect 0 --explain tree/a.unknown
printed 'Go, counted by'
expect 0 --no-ignore --csv --by-file --quiet tree
printed 'Go,a.unknown,0,0,1'

# a name that is a file too is the language; a path is a file
printf 'x = 1\n' >python
expect 0 languages python
printed 'interpreters'
expect 0 languages ./python
printed './python: language not known'
expect 1 languages ./nowhere
said 'nowhere'
one_line
mkfifo pipe
expect 1 languages ./pipe ./python
said './pipe: neither a file nor a folder'
one_line
printed './python: language not known'

ln -s nowhere dangling.c
expect 1 languages dangling.c
said 'dangling.c: no such file or folder'
one_line
expect 2 languages nowhere.c
said "no language 'nowhere.c' and no such file"
one_line
expect 1 languages pipe tree/a.bin
printed 'tree/a.bin: binary'
odd=$(printf 'odd\377\033.py')
printf 'x = 1\n' >"$odd"
expect 0 languages "$odd"
printed 'odd\xFF\x1B.py: Python'
: >empty.c
expect 0 languages empty.c
printed "empty.c: C, by extension '.c'"
expect 0 languages GoLang
printed 'Go'
expect 2 languages ''
one_line
expect 2 languages -
said "no language '-' and no such file"
one_line
printf 'Get-Item\n' >a.ps1
expect 0 languages a.ps1
printed "counted lexically, by plugin 'powershell' with --engine syntax"
# what may not be read is no answer; root may read everything
if [ "$(id -u)" -ne 0 ]; then
	mkdir closed
	chmod 0 closed
	printf 'x = 1\n' >secret.py
	chmod 0 secret.py
	expect 1 languages closed secret.py empty.c
	said 'closed: permission denied'
	said 'secret.py: Permission denied'
	printed 'empty.c: C'
	expect 1 languages --json secret.py
	printed '[]'
	chmod 700 closed
fi

# the user's own map takes part
printf 'Own:\n  type: data\n  extensions: [.own]\n' >map.yaml
printf 'x\n' >tree/x.own
expect 0 languages --language-map map.yaml tree/x.own
printed "tree/x.own: Own, by extension '.own'; counted lexically"
finish
