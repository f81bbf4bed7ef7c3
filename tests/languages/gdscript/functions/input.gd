@tool
extends Node
class_name Cart

## Doc
signal changed(a)
@export var x: int = 1

class Inner extends Node:
	func m():
		# one
		pass

func _init(a):
	pass

@rpc("any")
static func add(a: int, b := 1, c = 2) -> int:
	var l = func(q): return q
	return l.call(a)

var p: int:
	get:
		return 1
	set(v):
		x = v
