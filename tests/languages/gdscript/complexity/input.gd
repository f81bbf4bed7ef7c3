func classify(n, list):
	if n < 0 or not list:
		return 1
	elif n == 0:
		return 2
	else:
		for x in list:
			while x > 0 and n > 1:
				x -= 1
	match n:
		1, 2:
			return 1
		_:
			pass
	return 1 if n else 2
