extends Node

func one():
	pass

# between is no GDScript
var ((( = "# no comment"

func two(a):
	# a comment
	return a
