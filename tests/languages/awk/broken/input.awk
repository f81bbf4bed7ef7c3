function one(a) {
	return a
}

# between is no AWK
function ( { print "# no comment"

/a#b/ { print } # a comment
