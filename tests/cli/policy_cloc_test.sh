# SPDX-License-Identifier: MIT
# Whoever comes from cloc finds the numbers known from it: the real cloc counts plain files, line for line the same.
. "$(dirname "$0")/lib.sh"

if ! command -v cloc >/dev/null 2>&1; then
	echo 'SKIPPED: cloc is not installed'
	exit 77
fi

# Plain: no comment marks in strings, no nested comments; there cloc guesses and is not to be followed.
cat >tree/a.c <<'E'
/* one

   two */
#include <stdio.h>

// three
int main(void)
{
	int x = 1; /* behind */
	/* before */ return x;
}
E
cat >tree/a.py <<'E'
#!/usr/bin/env python3
"""A module.

With a blank line.
"""

import os  # behind


class A:
    '''Of a class.'''

    def f(self):
        """Of a method.

        More.
        """
        # alone
        return os


x = "no docstring"
E
cat >tree/a.go <<'E'
// Package a is one.
package a

/*
block

end
*/

func F() int { // behind
	return 1
}
E
cat >tree/a.sh <<'E'
#!/bin/sh
# a comment

echo one # behind
if true; then
	# within
	echo two
fi
E
cat >tree/a.html <<'E'
<!DOCTYPE html>
<html>
<!-- a comment

over lines -->
<head>
<script>
var x = 1;

function f() { return x; }
</script>
<style>
p { color: red }
</style>
</head>
<body>
<p>text</p> <!-- behind -->
</body>
</html>
E
cat >tree/a.md <<'E'
# Title

Some text,
two lines.

```python
# code
x = 1

```

- a list
E
cat >tree/a.js <<'E'
#!/usr/bin/env node
/**
 * doc
 *
 */
function f() {
  // one
  return 'text'; // behind
}

f();
E
cat >tree/A.java <<'E'
package a;

/** A class. */
public class A {

	// one
	int f() {
		return 1; /* behind */
	}
}
E
cat >tree/a.rb <<'E'
#!/usr/bin/env ruby
=begin
a block

end of it
=end
# one

puts 'x' # behind
E
cat >tree/a.css <<'E'
/* one

two */
p {
  color: red; /* behind */
}
E
cat >tree/a.rs <<'E'
//! crate

/// doc
fn main() {
    /* block */
    let x = 1; // behind

    drop(x);
}
E
cat >tree/a.lua <<'E'
-- one
local x = 1 -- behind

--[[ block

end ]]
return x
E
cat >tree/a.sql <<'E'
-- one
SELECT 1;

/* block

end */
SELECT 2; -- behind
E
cat >tree/a.yaml <<'E'
# one
a: 1 # behind

b:
  - x
E
cat >tree/a.toml <<'E'
# one
[a]

b = 1 # behind
E
cat >tree/a.json <<'E'
{
  "a": 1,

  "b": [2]
}
E
cat >tree/a.txt <<'E'
Text for people.

More of it.
E
cat >tree/a.pl <<'E'
#!/usr/bin/perl
use strict;

# one
my $x = 1; # behind

=head1 NAME

Words.

=cut

print $x;
E
cat >tree/Makefile <<'E'
# one
all: a

a: b # behind
	cc -o a b
E
cat >tree/a.ts <<'E'
/* one */
export const x: number = 1; // behind

// two
export function f(): number {
  return x;
}
E
cat >tree/a.hs <<'E'
-- one
module A where

{- block

end -}
f :: Int -> Int
f x = x -- behind
E
cat >tree/a.kt <<'E'
/** doc

 */
fun main() {
    // one
    println("x") // behind
}
E
printf 'package a\n\nvar s = `one\n\ntwo`\n' >tree/string.go
printf '\n\n' >tree/blank.c
printf '// no line break at the end' >tree/last.c
printf 'int x;\r\n\r\n/* one\r\n\r\n*/\r\n' >tree/crlf.c

# FILE,BLANK,COMMENT,CODE of each file, by name.
rows() {
	sed -n 's/^[^,]*,\(\.\/\)\{0,1\}\([^,]*\),\([0-9]*\),\([0-9]*\),\([0-9]*\)$/\2,\3,\4,\5/p' | sort
}

(cd tree && cloc --by-file --csv --quiet . 2>/dev/null) | sed '/^SUM/d' | rows >wanted
[ "$(wc -l <wanted)" -eq "$(find tree -type f | wc -l)" ] || {
	cat wanted
	fail 'cloc did not count each file'
}

# count OPTION...: the counts are those of cloc.
count() {
	(cd tree && "$onflame" "$@" --by-file --csv --quiet .) 2>err | rows >got
	same "not as cloc counts: $*" wanted got
}

count --policy cloc
count --policy cloc --engine lexical
count --blank-in-comment blank --blank-in-string blank --docstring comment --shebang code --prose code --embedded host

# Each of the switches has its say in that: turned, it gives other counts than those of cloc.
for switch in blank-in-comment=comment blank-in-string=code docstring=code shebang=comment prose=comment embedded=own; do
	(cd tree && "$onflame" --policy cloc "--$switch" --by-file --csv --quiet .) 2>err | rows >got
	cmp -s wanted got && fail "--$switch changes nothing"
	passed=$((passed + 1))
done
finish
