#!/usr/bin/awk -f
# sums
function add(a, b,    local) {
	# one
	return a + b
}

func old() { return 1 }

BEGIN { FS = "#" } # separator
/re#x"/ {
	print "# no"
}
$1 == "x" && NR > 1 { next }
{ n++ }
