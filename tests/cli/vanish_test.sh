# SPDX-License-Identifier: MIT
# A file that goes, or becomes something else, between listing and counting is named; the others are counted.
. "$(dirname "$0")/lib.sh"

printf 'Fault:\n  type: programming\n  extensions: [.fault]\n  plugin: loop\n  line_comments: ["%%"]\n' >map.yaml
# the largest, where it is not small, is counted first, and keeps the one worker busy until its time is over
{ echo BOOM; seq 5000; } >tree/first.fault
for name in gone folder pipe link stays; do
	printf 'int x;\n' >"tree/$name.c"
done

"$onflame" --plugin-dir "$build/tests/plugins/fault" --language-map map.yaml --timeout 3 --jobs 1 --progress always \
	-f json --by file tree >out 2>err &
pid=$!
for try in $(seq 100); do
	grep -qF ' of 6 files' err && break
	sleep 0.05
done
rm tree/gone.c tree/folder.c tree/pipe.c tree/link.c
mkdir tree/folder.c
mkfifo tree/pipe.c
ln -s /dev/zero tree/link.c
wait $pid
[ $? -eq 1 ] || fail 'exit status is not 1'
printed '"path": "stays.c", "language": "C"'
printed '"path": "first.fault", "language": "Fault"'
printed '"total": {"files": 2, "lines": 5002'
for name in gone folder pipe link; do
	said "$name.c: "
	printed "{\"path\": \"$name.c\", \"why\": "
done
said 'gone.c: No such file or directory'
finish
