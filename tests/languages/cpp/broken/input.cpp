class Before {
	void method() { }
};

void broken(int a)
{
	if (a ==) { return a +; }
	return "unclosed;
}

class After {
public:
	After() { }

	int value() const { return 1; } // one
};

int last(bool a) { return a || a; }
