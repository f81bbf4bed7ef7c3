posix() {
	inner() { :; }
}
function keyword {
	echo
}
function both() { echo; }
subshell() (
	# in a subshell

	exit 1
)
with-dash() { a; }; one() { b; }
test1 ()
{
	return
} > /dev/null 2>&1
echo; last() {
	echo; } # after
