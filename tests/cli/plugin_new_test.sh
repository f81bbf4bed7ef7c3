# SPDX-License-Identifier: MIT
# A new language, from a grammar to counted files, as its author goes about it: Lua's grammar under a name that nobody knows.
. "$(dirname "$0")/lib.sh"

modules=$build/grammars/node_modules
cp -R "$modules/@tree-sitter-grammars/tree-sitter-lua" grammar
cat >grammar/tree-sitter.json <<'END'
{"grammars": [{"name": "lua", "path": ".", "file-types": ["moonlet"]}], "metadata": {"license": "MIT"}}
END
rm -f grammar/package.json

# What is no grammar is told so, and nothing is made.
mkdir empty
expect 2 plugins new moonlet
said 'usage: onflame plugins new NAME --grammar DIR'
expect 2 plugins new moonlet --grammar nowhere
said 'nowhere: No such file or directory'
expect 2 plugins new moonlet --grammar empty
said 'no src/parser.c: not a tree-sitter grammar'
expect 2 plugins new moonlet --grammar "$modules/tree-sitter-typescript"
said 'tree-sitter-typescript/tsx'
for name in ../moonlet Moonlet 'moon let' '' -x/y; do
	expect 2 plugins new --grammar grammar -- "$name"
done
cp -R grammar old
sed 's/^#define LANGUAGE_VERSION .*/#define LANGUAGE_VERSION 9/' grammar/src/parser.c >old/src/parser.c
expect 2 plugins new moonlet --grammar old
said 'tree-sitter ABI 9, but 13 to'
for types in '' '{' '[]' '{"a": 1}' '[1, null, {"type": 2}]' '[[[[' ; do
	printf '%s' "$types" >old/src/node-types.json
	cp grammar/src/parser.c old/src/
	expect 2 plugins new moonlet --grammar old
	one_line
	said 'node-types.json'
done
[ ! -e moonlet ] || fail 'a folder was made for a wrong grammar'

# The proposal.
expect 0 plugins new moonlet --grammar grammar
printed 'a plugin for Moonlet'
printed 'onflame plugins build moonlet'
silent
for file in moonlet.c CMakeLists.txt README.md languages.yaml tests/first/expected tests/first/input.moonlet \
	grammar/src/parser.c grammar/src/scanner.c grammar/LICENSE.md; do
	[ -f "moonlet/$file" ] || fail "not made: $file"
done
grep -q 'ONFLAME_COMMENT, .kind = "comment"' moonlet/moonlet.c || fail 'no comments proposed'
grep -q '@[A-Z]*@' moonlet/moonlet.c moonlet/README.md moonlet/CMakeLists.txt && fail 'a template has a gap'
expect 2 plugins new moonlet --grammar grammar
said 'is there already'
expect 0 plugins new moonlet --grammar grammar/src --into deep/er
[ -f deep/er/moonlet/moonlet.c ] || fail '--into was not obeyed'

# A query that is not understood is left out; what an #include names outside the package is not taken.
cp -R grammar odd
printf '(((((function_declaration' >odd/queries/tags.scm
cp grammar/src/node-types.json odd/src/
printf '#include "../../secret.h"\n#include "/etc/hostname"\n' >>odd/src/scanner.c
echo 'not of the package' >secret.h
expect 0 plugins new odd --grammar odd --into made
said 'tags.scm:1:'
[ -z "$(find made -name 'secret.h' -o -name hostname)" ] || fail 'a file outside the package was copied'

# Built and installed, in a folder whose name a shell would stumble over.
strange='my $(touch pwned); folder'
mv moonlet "$strange"
expect 0 plugins build "$strange"
printed 'moonlet: built, '
printed 'rules hold'
[ ! -e pwned ] || fail 'a shell read the path'
[ -f "$XDG_DATA_HOME/onflame/plugins/moonlet.so" ] || fail 'not installed'
[ -f "$XDG_DATA_HOME/onflame/plugins/moonlet.yaml" ] || fail 'its map is not installed'
mv "$strange" moonlet

# Counted by syntax, with functions that have names.
cat >tree/a.moonlet <<'END'
-- a comment
local text = [[
-- no comment

]]

function M.first(a, b)
  if a and b then return a end
  return b
end

local t = { second = function() return 1 end }
END
expect 0 --by function -f json -o out.json tree
python3 - <<'END' || fail 'not what the sample is'
import json
report = json.load(open("out.json"))
file = report["files"][0]
assert file["language"] == "Moonlet" and file["engine"] == "syntax", file
assert (file["code"], file["comment"], file["blank"]) == (9, 1, 2), file
frames = [(f["name"], f["kind"], f["start"], f["end"], f["complexity"]) for f in file["frames"]]
assert frames == [("M.first", "function", 7, 10, 3), ("second", "function", 12, 12, 1)], frames
END
passed=$((passed + 1))

# The author's report.
expect 0 plugins check moonlet tree/a.moonlet
printed 'moonlet 0.1.0: Moonlet, '
printed 'tree/a.moonlet: 0.00 % not understood, 2 functions'
printed 'never met: '
printed 'BRANCH goto_statement'
grep -q 'never met: .*COMMENT comment$' out && fail 'a row that was met is called unmet'
printf 'function ( ) ) ] local function f() end\n' >tree/broken.moonlet
expect 0 plugins check moonlet tree
grep -q '^tree/broken.moonlet: [1-9][0-9.]* % not understood (first in line 1)' out || fail 'errors are not told'
expect 1 plugins check moonlet tree/nowhere
expect 3 plugins check nobody
said "plugin 'nobody': no nobody.so"
expect 0 plugins check moonlet
silent

# A row that does not hold is refused; what was installed stays.
cp moonlet/moonlet.c kept.c
sed 's/.kind = "comment"/.kind = "no_such_kind"/' kept.c >moonlet/moonlet.c
expect 3 plugins build moonlet
said "no node kind 'no_such_kind'"
expect 0 plugins check moonlet
echo 'this is no C' >moonlet/moonlet.c
expect 3 plugins build moonlet
said 'moonlet.c: not compiled'
cp kept.c moonlet/moonlet.c
touch moonlet/moonlet.c
CC=no-such-compiler expect 3 plugins build moonlet
said 'no-such-compiler: No such file or directory; install a C compiler'
expect 2 plugins build empty
said 'no C file with a table'

# The map must name the plugin, and be right.
cp moonlet/languages.yaml kept.yaml
sed 's/plugin: moonlet/plugin: other/' kept.yaml >moonlet/languages.yaml
expect 3 plugins build moonlet
said "say 'plugin: moonlet'"
echo '{' >moonlet/languages.yaml
expect 2 plugins build moonlet
said 'languages.yaml:'
cp kept.yaml moonlet/languages.yaml

# One that goes wrong later stops nothing.
echo '{' >"$XDG_DATA_HOME/onflame/plugins/moonlet.yaml"
expect 0 tree
said 'moonlet.yaml:'
said 'the file is left out'
echo 'nobody: {}' >"$XDG_DATA_HOME/onflame/plugins/nobody.yaml"
(umask 0 && "$onflame" plugins build moonlet >out 2>err) || fail 'with umask 0 the plugin is refused'
expect 0 --by file tree
silent

# The same with CMake, installed elsewhere; what is installed into has the map beside it.
rm -r "$XDG_DATA_HOME/onflame"
CMAKE_PREFIX_PATH=$build cmake -S moonlet -B cmake -DCMAKE_INSTALL_PREFIX="$work/prefix" -DCMAKE_INSTALL_LIBDIR=lib >out 2>err &&
	cmake --build cmake >out 2>err && cmake --install cmake >out 2>err || fail 'the CMake package does not serve'
expect 0 plugins check moonlet --plugin-dir prefix/lib/onflame/plugins tree/a.moonlet
printed '2 functions'

# pkg-config finds the header.
flags=$(PKG_CONFIG_PATH=$build/lib/pkgconfig pkg-config --cflags onflame-plugin 2>err) || fail 'no onflame-plugin.pc'
# shellcheck disable=SC2086
cc $flags -fsyntax-only moonlet/moonlet.c 2>err || fail 'pkg-config does not lead to the header'
passed=$((passed + 2))

# --into installs there, and nothing else.
expect 0 plugins build moonlet --into given
[ -f given/moonlet.so ] || fail '--into was not obeyed'
[ ! -e "$XDG_DATA_HOME/onflame" ] || fail 'installed for the user too'
finish
