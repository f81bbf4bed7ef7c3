# SPDX-License-Identifier: MIT
# An interrupt ends the run soon, with exit status 130, and what was counted is reported; no worker is left behind.
. "$(dirname "$0")/lib.sh"

printf 'Fault:\n  type: programming\n  extensions: [.fault]\n  plugin: loop\n  line_comments: ["%%"]\n' >map.yaml
for number in 1 2 3 4 5; do
	printf 'int f%s(void)\n{\n\treturn 0;\n}\n' "$number" >"tree/$number.c"
done
# it loops for ever
printf 'BOOM\n' >tree/z.fault

# workers: those that are at the tree of this test
workers() {
	ps -eo pid,args | grep -F "$work/report" | grep -vc grep
}

for signal in INT TERM; do
	for jobs in 1 2; do
		# a shell lets commands in the background ignore SIGINT, so a shell of its own resets that
		env --default-signal=INT "$onflame" --plugin-dir "$build/tests/plugins/fault" --language-map map.yaml --timeout 0 \
			--jobs $jobs -f json --by file -o "$work/report" tree >out 2>err &
		pid=$!
		sleep 2
		kill -0 $pid 2>/dev/null || fail "it is over before the interrupt"
		kill -$signal $pid
		for try in 1 2 3 4 5 6 7 8 9 10; do
			kill -0 $pid 2>/dev/null || break
			sleep 0.5
		done
		kill -0 $pid 2>/dev/null && { kill -9 $pid; fail "SIG$signal does not end it"; }
		wait $pid
		[ $? -eq 130 ] || fail "SIG$signal: exit status $?, not 130"
		one_line
		grep -q '"total": *{"files": *5, "lines": *20' report || fail "SIG$signal, $jobs jobs: what was counted is lost"
		[ "$(workers)" -eq 0 ] || fail 'a worker is left behind'
		passed=$((passed + 3))
		rm report
	done
done

# a second interrupt while the report is written does no harm: there is a whole report or none
expect 0 -f json tree --include-lang C
printed '"files": 5'
finish
