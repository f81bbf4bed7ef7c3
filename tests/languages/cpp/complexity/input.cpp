int branches(int a, int b)
{
	if (int c = a; c && b and a or b) {
		return 1;
	} else if constexpr (A || B) {
		return 2;
	} else {
		for (auto &x : all)
			while (x)
				do { } while (a ? b : a);
	}
	try {
		f();
	} catch (const E &e) {
		if (a) goto out;
	} catch (...) {
	}
	switch (a) {
	case 1: [[fallthrough]];
	case 2 : break;
	default: break;
	}
out:
	return 0;
}

void references(T &&a, auto &&...b)
{
	T &&c = std::move(a);
	(f(b) && ...);
	int d = a & b | c;
}

int in_lambda(bool a)
{
	auto f = [a] { if (a) { } };
	return a;
}
