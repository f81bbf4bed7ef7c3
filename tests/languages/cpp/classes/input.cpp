namespace outer::inner {

class Widget : public Base {
public:
	Widget() : a_(1), b_{2} { }
	explicit Widget(int a);
	Widget(const Widget &) = delete;
	Widget(Widget &&other) noexcept
		: a_(other.a_)
	{
	}
	virtual ~Widget() { }

	// inline
	[[nodiscard]] int value() const override { return a_; }
	static Widget *make(int a, int b = 2);
	virtual void pure(int a) = 0;
	Widget &operator=(const Widget &other) { return *this; }
	bool operator()(int a) const { return a; }
	operator bool() const { return a_ && b_; }
	friend bool operator==(const Widget &a, const Widget &b)
	{
		return a.a_ == b.a_;
	}

	struct Inner {
		Inner() = default;
		~Inner() = default;
		void run() { }
	} inner;
	enum class Mode : int { On, Off };

private:
	int a_, b_;
};

namespace {
union Both {
	int i;
	float f;
};
}

inline namespace v1 { int in_namespace() { return 1; } }

Widget::Widget(int a) : a_(a) { }
Widget *Widget::make(int a, int b) { return new Widget(a + b); }

} // namespace outer::inner

outer::inner::Widget::Inner::operator int() { return 1; }
std::string &outer::name(Widget &w) { return w.name; }
class Declared;
enum class Opaque : char;
