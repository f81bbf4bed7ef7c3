# SPDX-License-Identifier: MIT
# On a terminal: progress is drawn and taken away, colour shown unless NO_COLOR is set; in files there is neither.
. "$(dirname "$0")/lib.sh"

command -v script >/dev/null 2>&1 || { echo 'skipped: no script(1) for a terminal'; exit 0; }

for number in $(seq 40); do
	printf 'int f%s(void)\n{\n\treturn 0; // c\n}\n' "$number" >"tree/$number.c"
done
escape=$(printf '\033')
export TERM=xterm

# on_terminal COMMAND: what a terminal gets of it, in the file `screen`
on_terminal() {
	script -qec "$1" /dev/null </dev/null >screen 2>/dev/null
	got=$?
}

# has TEXT, lacks TEXT: of the screen
has() {
	grep -qF -- "$1" screen || { cat -v screen; fail "the terminal does not get: $1"; }
	passed=$((passed + 1))
}
lacks() {
	! grep -qF -- "$1" screen || { cat -v screen; fail "the terminal gets: $1"; }
	passed=$((passed + 1))
}

# the report goes to a file: the terminal sees progress alone, and it is gone at the end
on_terminal "$onflame -o report.json tree"
[ "$got" -eq 0 ] || fail "exit status $got on a terminal"
has ' of 40 files, '
has '100 % ['
has '/s, '
has ' left'
[ "$(tail -c 4 screen | od -An -c | tr -d ' ')" = '\r033[K' ] || fail 'progress is left on the terminal'
grep -q '"files": 40' report.json || fail 'the report is not whole'

# standard error in a file: none
on_terminal "$onflame -o report.json tree 2>err"
lacks 'files'
silent
on_terminal "$onflame -o report.json --progress never tree"
lacks 'files'
TERM=dumb on_terminal "$onflame -o report.json tree"
lacks 'files'

# none in a file unless asked for
expect 0 tree
silent
expect 0 --progress always tree
said ' of 40 files, '
grep -qF 'of 40 files' out && fail 'progress is in the report'

# the report on the terminal
on_terminal "$onflame -f tree --progress never tree"
has "$escape["
has 'f40'
NO_COLOR=1 on_terminal "$onflame -f tree --progress never tree"
lacks "$escape["
NO_COLOR='' on_terminal "$onflame -f tree --progress never tree"
has "$escape["
TERM=dumb on_terminal "$onflame -f tree tree"
lacks "$escape["
on_terminal "$onflame -f tree --progress never --color never tree"
lacks "$escape["
NO_COLOR=1 on_terminal "$onflame -f tree --progress never --color always tree"
has "$escape["

# a narrow terminal: the progress is cut, never wrapped
on_terminal "stty cols 40; $onflame -o report.json tree"
tr '\r' '\n' <screen | sed "s/$escape\[K//g" | awk 'length($0) > 40' >wide
[ ! -s wide ] || fail 'progress is wider than the terminal'
finish
