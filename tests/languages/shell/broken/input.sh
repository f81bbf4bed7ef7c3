before() {
	echo 1
}

broken() {
	echo 2 && ;
	echo done
}

# whole again
after() {
	[ -n "$1" ] && echo 2
}
