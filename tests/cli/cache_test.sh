# SPDX-License-Identifier: MIT
# The cache changes no count: whatever it holds, whoever else uses it, and whatever happens to it.
. "$(dirname "$0")/lib.sh"

XDG_CACHE_HOME=$work/cache
GIT_CONFIG_NOSYSTEM=1
export XDG_CACHE_HOME GIT_CONFIG_NOSYSTEM
database=$XDG_CACHE_HOME/onflame/records-2.sqlite

records() {
	"$onflame" cache stats | sed -n 's/^records *//p'
}

# bytes WHAT: bytes that the database takes
bytes() {
	wc -c <"$database"
}

# cached ARGUMENT...: counts without the cache, then with it; the report is the same.
cached() {
	"$onflame" --no-cache "$@" >plain 2>plain.err
	wanted=$?
	expect $wanted "$@"
	same "$*: the report with cache" plain out
	same "$*: standard error with cache" plain.err err
}

mkdir tree/languages
for language in c cpp css go html java javascript json jupyter markdown perl php python rust vue yaml; do
	cp -R "$tests/languages/$language" tree/languages/
done
rm -rf tree/languages/jupyter/broken # what a plugin fails at is not kept
printf 'int a;\r\nint b;\r\n' >tree/returns.c
printf 'a\0b\r\n' >tree/binary.dat
printf 'what is this\n' >tree/name.of-no-language
: >tree/empty.c
printf '#!/bin/sh\necho x\n' >tree/script
printf 'int x;\n' >"tree/$(printf 'new\nline').c"
if command -v git >/dev/null; then
	cp -R tree repository
	(cd repository && git init -q . && git add -A && git -c user.name=x -c user.email=x@x commit -qm x) || exit 1
else
	cp -R tree repository
fi

# Cold, warm and without are the same, in every format; both where git vouches for files and where it does not.
formats=$("$onflame" --help | sed -n '/^Formats/,/^$/s/^  \([a-z]*\) .*/\1/p')
for folder in tree repository; do
	for format in $formats; do
		cached -f "$format" "$folder"
		cached -f "$format" "$folder"
	done
	cached -f json --by function "$folder"
	cached -f json --by function "$folder"
	cached -f json --by function --policy cloc "$folder"
	cached -f json --by function --engine lexical --include-lang C,Python "$folder"
	cached -f json --by function --include-lang C,Python "$folder"
	cached -f csv --by file --exclude-lang C --jobs 1 "$folder"
done
cached -f json --by function repository/languages
cached -f json --by function repository tree
cp -R "$tests/languages" all
cached -f json --by function all
cached -f json --by function all

# What is kept of a file is found by its content, name and place, not by where the tree lies.
before=$(records)
mv tree moved
cached -f folded moved
[ "$(records)" -eq "$before" ] || fail "a tree that was moved is counted again"
mv moved tree

# opened FOLDER: the files in it that a run opens
opened() {
	ASAN_OPTIONS=detect_leaks=0 strace -f -e trace=openat,open -o trace "$onflame" -f folded "$1" >out 2>err
	grep -v O_DIRECTORY trace | grep "\"$1/" | grep -v '\.gitattributes\|\.gitignore\|\.git/'
}

# A warm run reads no file whose status is what it was, where that can be believed, ...
case $(stat -f -c %T .) in
ext2/ext3 | xfs | btrfs | tmpfs) believed=yes ;;
*) believed= ;;
esac
if command -v strace >/dev/null && strace -o trace true 2>/dev/null; then
	sleep 0.3
	for folder in tree repository; do
		"$onflame" -f folded $folder >/dev/null 2>&1
		[ -z "$believed" ] || [ -z "$(opened $folder)" ] || fail "files in $folder were read twice"
	done
	passed=$((passed + 1))
fi
# ... nor one that git vouches for and that is worth a row of its own.
if command -v strace >/dev/null && command -v git >/dev/null && strace -o trace true 2>/dev/null; then
	seq 1 9000 | sed 's/.*/int x&;/' >repository/large.c
	git -C repository add large.c
	sleep 0.3
	git -C repository update-index --force-write-index
	"$onflame" -f folded repository >/dev/null 2>&1
	cp -R repository copy
	git -C copy update-index -q --refresh
	sleep 0.3
	git -C copy update-index --force-write-index
	[ -z "$(opened copy | grep large.c)" ] || fail "a file was read that git vouches for"
	[ -z "$believed" ] || "$onflame" -f folded copy >/dev/null 2>&1
	[ -z "$believed" ] || [ -z "$(opened copy)" ] || fail "files in the copy were read twice"
	rm -rf copy repository/large.c
	passed=$((passed + 1))
fi

# Files that change between runs, soon and late, in any way that leaves size and time of modification.
mkdir changing
for try in 1 2 3 4 5 6 7 8; do
	printf '/* %s */\n' $try >changing/a.c
	printf 'int b%s;\n' $try >changing/b.c
	touch -d 2001-01-01 changing/a.c changing/b.c
	[ $((try % 2)) -eq 0 ] || sleep 0.2
	cached -f csv --by-file changing
	printed ',a.c,0,1,0'
	printed ',b.c,0,0,1'
	printf 'int a%s;' $try >changing/a.c
	touch -d 2001-01-01 changing/a.c
	cached -f csv --by-file changing
	printed ',a.c,0,0,1'
	mv changing/a.c changing/c.c
	printf '/* %s */' $try >changing/b.c
	mv changing/b.c changing/a.c
	mv changing/c.c changing/b.c
	[ $((try % 4)) -lt 2 ] || sleep 0.2
	cached -f csv --by-file changing
	printed ',a.c,0,1,0'
	printed ',b.c,0,0,1'
done

# Another content of the same size, with the time of modification set back.
printf '/* */\n' >tree/same.c
cached -f csv --by-file tree/same.c
touch -r tree/same.c stamp
printf 'int a;\n' | head -c 6 >tree/same.c
touch -r stamp tree/same.c
cached -f csv --by-file tree/same.c
printed 'tree/same.c,0,0,1'
if command -v git >/dev/null; then
	printf '/* */\n' >repository/same.c
	sleep 0.05
	git -C repository add same.c
	cached -f csv --by-file repository
	cached -f csv --by-file repository
	touch -r repository/same.c stamp
	printf 'int a;' >repository/same.c
	touch -r stamp repository/same.c
	cached -f csv --by-file repository
	printed ',same.c,0,0,1'
	# in one tick of the clock with the index
	for try in 1 2 3 4 5; do
		printf '/* */\n' >repository/tick.c
		git -C repository add tick.c
		printf 'int b;' >repository/tick.c
		cached -f csv --by-file repository
	done
	printed ',tick.c,0,0,1'
fi

# Another plugin, map, policy or engine: other records.
mkdir plugins
cp "$build"/lib/onflame/plugins/c.so plugins/
for number in $(seq 1 2000); do
	printf 'int f%s(void)\n{\n\treturn 1;\n}\n' "$number"
done >one.c # large enough for a row of its own, also where its status cannot be believed
expect 0 --plugin-dir plugins one.c
first=$(records)
expect 0 --plugin-dir plugins one.c
[ "$(records)" -eq "$first" ] || fail "the same run keeps another record"
for change in plugin map policy engine; do
	set -- --plugin-dir plugins one.c
	case $change in
	plugin) sleep 0.02; touch plugins/c.so ;;
	map) printf 'New:\n  type: data\n  extensions: [.new-one]\n' >map.yaml; set -- --language-map map.yaml "$@" ;;
	policy) set -- --docstring code "$@" ;;
	engine) set -- --engine lexical "$@" ;;
	esac
	last=$(records)
	expect 0 "$@"
	[ "$(records)" -gt "$last" ] || fail "another $change, but no other record"
done

# Without, nothing is written.
rm -rf "$XDG_CACHE_HOME"
expect 0 --no-cache tree/returns.c
[ ! -e "$XDG_CACHE_HOME" ] || fail "--no-cache makes a cache"
expect 0 tree/returns.c
[ "$(stat -c %a "$XDG_CACHE_HOME/onflame")" = 700 ] || fail "the cache is open to others"
[ "$(stat -c %a "$database")" = 600 ] || fail "the database is open to others"
expect 0 cache stats
printed "$XDG_CACHE_HOME/onflame"
expect 0 cache clear
[ "$(records)" -eq 0 ] || fail "cache clear leaves records"
expect 2 cache
expect 2 cache what
expect 2 cache stats more
mkdir cache-folder
cp one.c cache-folder/
expect 0 ./cache-folder

# Bounded.
for try in 1 2 3; do
	cached --cache-size 256K -f folded --docstring code tree
	cached --cache-size 256K -f folded tree
	[ "$(bytes)" -le 524288 ] || fail "the cache takes $(bytes) bytes"
done
expect 0 cache clear

# Several at once.
"$onflame" --no-cache -f folded tree >plain 2>/dev/null
for run in 1 2 3 4; do
	"$onflame" -f folded tree >"together.$run" 2>/dev/null &
done
wait
for run in 1 2 3 4; do
	same "one of several at once" plain "together.$run"
done
expect 0 cache clear

# Killed at any time.
for delay in 0.02 0.05 0.1 0.15 0.2 0.3 0.4 0.6; do
	"$onflame" -f folded tree >/dev/null 2>&1 &
	pid=$!
	sleep $delay
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	[ "$delay" != 0.2 ] || cached -f folded tree
done
# ... also while what was not used for longest is dropped
for delay in 0.1 0.3 0.5; do
	"$onflame" --cache-size 64K -f folded --docstring code tree >/dev/null 2>&1 &
	pid=$!
	sleep $delay
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	cached --cache-size 64K -f folded tree
done
cached -f folded tree
cached -f folded tree

# Damaged: thrown away, and begun again.
printf 'this is no database at all, but it is longer than the first bytes that would tell so, by a good deal of words' >"$database"
cached -f folded tree
[ "$(records)" -gt 0 ] || fail "a broken cache stays broken"
size=$(bytes)
for at in 0 100 4096 5000 9000 20000; do
	head -c 3000 /dev/urandom | dd of="$database" bs=1 seek=$at conv=notrunc 2>/dev/null
	cached -f folded tree
	cached -f folded tree
done
head -c $((size / 2)) "$database" >half
cat half >"$database"
cached -f folded tree

# No room: files may not grow.
rm -rf "$XDG_CACHE_HOME"
"$onflame" --no-cache tree >plain 2>/dev/null
for blocks in 0 8 64; do
	# the report goes through a pipe, which has no such limit
	(ulimit -f $blocks && "$onflame" tree 2>err) | cat >out
	same "with files of at most $blocks blocks" plain out
done
cached tree

# No place, or one that is not to be trusted.
XDG_CACHE_HOME=/proc/no/such/folder
cached tree
XDG_CACHE_HOME=relative
cached tree
XDG_CACHE_HOME=$work/open
mkdir -p "$XDG_CACHE_HOME/onflame"
chmod 0777 "$XDG_CACHE_HOME/onflame"
expect 0 one.c
said 'no cache: '
one_line
[ -z "$(ls "$XDG_CACHE_HOME/onflame")" ] || fail "something is written where others can write"
rmdir "$XDG_CACHE_HOME/onflame"
mkdir elsewhere
ln -s "$work/elsewhere" "$XDG_CACHE_HOME/onflame"
cached one.c
[ -z "$(ls elsewhere)" ] || fail "a link leads the cache elsewhere"
finish
