auto global = [](int a, auto b) -> int {
	return a;
};

void sorts(std::vector<int> &all)
{
	std::sort(all.begin(), all.end(), [&](int x, int y) { return x < y; });
	auto outer = [=, n = 1]() mutable {
		// inner
		return [] { return 1; }();
	};
	struct Local {
		int method(int a) { return a ? 1 : 2; }
	};
	std::function<int(int, int)> f = nullptr;
}

int takes(int f = [](int q) { return q; }(1), void (*g)(int, int) = 0) { return f; }
auto generic = []<typename T>(T t) noexcept { return t; };
