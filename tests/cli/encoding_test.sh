# SPDX-License-Identifier: MIT
# A file in another encoding, or with other line ends, has the counts and frames of the plain file.
. "$(dirname "$0")/lib.sh"

cat >plain.py <<'END'
#!/usr/bin/env python3
"""Module.

Doc."""

import os  # a comment


class Counter:
    # another

    def count(self, value):
        if value:
            return '''text

inside'''
        return None


def last():
    return lambda x: x
END
cat >plain.c <<'END'
/* A comment,

   over lines. */
#include <stdio.h>

int main(void)
{
	puts("text"); // behind code
	return 0;
}
END

# facts NAME FILE: what the report says of the file, its name aside
facts() {
	rm -rf one
	mkdir one
	cp "$2" "one/file.${2##*.}"
	expect 0 -f json --by function one
	silent
	# the notes tell of the encoding, and the size is another
	sed -e 's/, "notes": \[[^]]*\]//' -e 's/, "bytes": [0-9]*//' out >"facts.$1"
}

for ending in py c; do
	plain=plain.$ending
	facts plain $plain
	[ "$(grep -c '"kind"' facts.plain)" -ge 1 ] || fail "$plain has no frames"

	sed 's/$/\r/' $plain >crlf.$ending
	facts crlf crlf.$ending
	same "$ending: CR LF" facts.plain facts.crlf

	tr '\n' '\r' <$plain >cr.$ending
	facts cr cr.$ending
	same "$ending: CR" facts.plain facts.cr

	{ printf '\357\273\277'; cat $plain; } >mark.$ending
	facts mark mark.$ending
	same "$ending: UTF-8 with a mark" facts.plain facts.mark

	for encoding in UTF-16LE UTF-16BE UTF-32LE UTF-32BE; do
		{ printf '\357\273\277'; cat $plain; } | iconv -f UTF-8 -t $encoding >wide.$ending
		facts wide wide.$ending
		printed "encoding: $(echo $encoding | cut -c 1-6)"
		same "$ending: $encoding" facts.plain facts.wide
		{ printf '\357\273\277'; sed 's/$/\r/' $plain; } | iconv -f UTF-8 -t $encoding >wide.$ending
		facts wide wide.$ending
		same "$ending: $encoding with CR LF" facts.plain facts.wide
	done

	# a letter that is not ASCII, in a comment
	sed 's/another/\xc3\xa4nother/; s/over lines/\xc3\xbcber lines/' $plain >umlaut.$ending
	facts umlaut umlaut.$ending
	same "$ending: UTF-8" facts.plain facts.umlaut
	iconv -f UTF-8 -t ISO-8859-1 umlaut.$ending >latin.$ending
	facts latin latin.$ending
	printed 'encoding: Latin-1'
	same "$ending: Latin-1" facts.plain facts.latin
	sed 's/another/\xc3nother\xff\xe4\xb8/; s/over lines/\xf0\x9f lines/' $plain >broken.$ending
	facts broken broken.$ending
	same "$ending: broken UTF-8" facts.plain facts.broken

	# no line break at the end
	printf '%s' "$(cat $plain)" >cut.$ending
	facts cut cut.$ending
	same "$ending: no line break at the end" facts.plain facts.cut
done

# no text at all
printf 'int x;\0\n' >tree/binary.c
printf '' >tree/empty.c
printf 'x' >tree/one.c
expect 0 -f json --by file tree
silent
printed '{"path": "binary.c", "why": "binary"'
printed '"total": {"files": 2, "lines": 1, "code": 1, "comment": 0, "blank": 0'
finish
