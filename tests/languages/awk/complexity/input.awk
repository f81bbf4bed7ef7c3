function classify(n, list) {
	if (n < 0 || !n) {
		return 1
	} else if (n == 5) {
		return 2
	} else {
		for (k in list) {
			while (k > 0 && n > 1) {
				n--
			}
		}
	}
	do { n++ } while (n < 3)
	return n > 5 ? 1 : 2
}
