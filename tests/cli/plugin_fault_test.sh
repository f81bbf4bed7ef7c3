# SPDX-License-Identifier: MIT
# A plugin that crashes, aborts, loops, eats memory, quits or lies costs exactly the file it was at.
. "$(dirname "$0")/lib.sh"

# map PLUGIN
map() {
	printf 'Fault:\n  type: programming\n  extensions: [.fault]\n  plugin: %s\n  line_comments: ["%%"]\n' "$1" >map.yaml
}

for number in 01 02 03 04 05 06 07 08 09 10 11 12; do
	printf 'code %s\n%% comment\n\n' "$number" >"tree/$number.fault"
done
printf 'BOOM\n%% comment\n%% comment\n' >tree/07.fault

# costs PLUGIN TEXT OPTION...: file 07 alone is counted lexically, for that reason, and the sums are whole.
costs() {
	plugin=$1
	text=$2
	shift 2
	map "$plugin"
	for jobs in 1 2 4; do
		expect 0 --plugin-dir "$build/tests/plugins/fault" --language-map map.yaml --jobs $jobs -f json --by file \
			"$@" tree
		said '07.fault: counted lexically: '
		said "$text"
		one_line
		[ "$(grep -c '"engine": *"syntax"' out)" -eq 11 ] || fail "$plugin: not 11 files by syntax"
		[ "$(grep -c '"engine": *"lexical"' out)" -eq 1 ] || fail "$plugin: not one file lexically"
		grep -q '"total": *{"files": *12, *"lines": *36, *"code": *12, *"comment": *13, *"blank": *11' out ||
			fail "$plugin: the sums are not 36, 12, 13, 11"
		passed=$((passed + 3))
	done
}

costs crash 'crashed'
costs abort 'crashed'
costs quit ''
costs lies 'a span out of bounds or out of order'
costs loop 'took over 0.3 s' --timeout 0.3
costs eat 'memory' --memory 300M
finish
