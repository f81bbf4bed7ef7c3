# SPDX-License-Identifier: MIT
# A plugin that is not what it should be is refused in one line that says why; the rest goes on.
. "$(dirname "$0")/lib.sh"

bad=$build/tests/plugins/refused

# refused NAME TEXT
refused() {
	mkdir -p "only/$1"
	cp "$bad/$1.so" "only/$1/"
	expect 3 plugins --plugin-dir "only/$1"
	said "/$1.so: not loaded: $2"
	one_line
	printed 'go '
}

refused abi 'plugin ABI 2, but this program has 1'
refused entry 'does not export onflame_plugin_entry()'
refused size 'descriptor of 8 bytes'
refused alien "calls itself 'somebody_else'"
refused neither 'JSON: needs either a grammar or a scan'
refused both 'JSON: needs either a grammar or a scan'
refused empty 'no name, version or language'
refused kind "JSON: rule 2: no node kind 'strnig'"
refused supertype "JSON: rule 2: kind '_value' is a supertype"
refused field "JSON: rule 2: no field 'nmae'"
refused parent "JSON: rule 2: no node kind 'documnet'"
refused label "JSON: rule 2: no branch label 'fork'"
refused grammar 'JSON: grammar of tree-sitter ABI 9'

# What others may write is not even opened.
mkdir open
cp "$bad/kind.so" open/
chmod 666 open/kind.so
expect 3 plugins --plugin-dir open
said '/kind.so: not loaded: others may write it'

# No shared object at all.
mkdir text
echo 'this is no shared object' >text/words.so
expect 3 plugins --plugin-dir text
said '/words.so: not loaded:'
mkdir text/folder.so
expect 3 plugins --plugin-dir text
said '/folder.so: not loaded: not a regular file'

# A folder that is not there is a wrong option.
expect 2 plugins --plugin-dir nowhere
said '--plugin-dir nowhere: No such file or directory'
one_line

# Relative folders of the environment could lead into the tree that is counted.
ONFLAME_PLUGIN_PATH=text expect 0 plugins
said "'text' is not absolute and left out"
ONFLAME_PLUGIN_PATH=$work/text expect 3 plugins
said '/words.so: not loaded:'

# A language whose plugin is refused is counted lexically, and that is said once.
mkdir broken
cp "$bad/kind.so" broken/json.so
printf '{\n"a": 1\n}\n' >tree/a.json
printf '[]\n' >tree/b.json
expect 0 --plugin-dir broken --by file tree
said 'a.json and 1 more: counted lexically:'
said "json.so: not loaded: calls itself 'kind'"
one_line
printed '2 files: 0 by syntax, 2 lexically'

expect 0 plugins check
printed 'go '
silent
finish
