TEST(Suite, Name)
{
	EXPECT_TRUE(a && b);
}

TEST_F(Suite, Other) { }

TEST_CASE("a name", "[tag]") {
	SECTION("inside") {
		REQUIRE(1);
	}
}

class EXPORT Plain {
	int a;
	int method(int b) { return b; }
};

class API_EXPORT Derived final : public Base {
	void run() override { }
};

struct EXPORT Third : Base {
	void go() { }
};

struct result *returns(void) { return 0; }

void loops()
{
	Q_FOREACH (int x, all) {
		if (x) { }
	}
	foreach (x) { }
}

#define DECLARE(x) \
	class x { \
	};

int main() { return 0; }

API Result leading(int a) { return a; }
API int leading_basic(int a) { return a; }
int EXPORT between(void) { return 0; }
void following(int a) UNUSED { }
int ::global() { return 0; }
