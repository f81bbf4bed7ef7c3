function one(a, b) # why
{
	return a
}

function two(a,
             b,
             c)
{
	return b
}

function three(a, b)
# before

# the body
{
	if (a) return 1
	return b
}

# rules, not functions
{
	n++
}

function space::four()
# note
{
	return 4
}

function five(a, # why
              b)
{
	return b
}
