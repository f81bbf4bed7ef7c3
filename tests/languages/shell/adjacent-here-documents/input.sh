show() {
	cat <<A <<"B" 3<<-C
# not a comment

A
# nor this
B
	# nor that
	C
	echo # but this
}
# and this
