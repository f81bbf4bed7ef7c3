# one "
set a #no
set b "two
# no
"
set c a"b ;# yes
proc d {e} {
	# yes
	return $e#f
}

# last
