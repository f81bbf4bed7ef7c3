#!/bin/bash
# a comment \
echo "the backslash above carries nothing on"
echo a#b $# ${x#y} ${#array} "# text" '# text' # comment
echo \# text; # comment
x="first
# in a string

last"
y='
# in a string too

'
z=$'it\'s # text'
	# indented

: # nothing
array=(
	one # first
	# between
	two

)
echo "$(
	# a comment within a command
	date # now

)"
echo $((16#ff)) ${x/#a/b} `date`
