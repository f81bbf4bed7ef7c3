#include <compare>
template <class T, int N = 3>
class Box : public Base<T> {
public:
	Box() = default;
	explicit Box(T v) noexcept(true) : Base<T>(v), v_{v} {}
	Box(const Box &) = delete;
	virtual ~Box() {}
	T &operator[](int i) { return a_[i]; }
	T operator()(int i, int j) const { return a_[i] + j; }
	explicit operator bool() const { return true; }
	auto operator<=>(const Box &) const = default;
	static void *operator new(unsigned long n) { return ::operator new(n); }
	template <class U> U as() const { return U(v_); }
	constexpr static int size() { return N; }
	// not a function:
	virtual void pure() = 0;
	int f() const override;
private:
	T v_, a_[N];
};
template <class T, int N>
int Box<T, N>::f() const
{
	return 1;
}
inline std::ostream &operator<<(std::ostream &out, const Box<int> &b) { return out; }
int operator""_km(unsigned long long v) { return int(v); }
auto trailing(int a) -> decltype(a + 1)
{
	return a + 1;
}
int main()
try {
	auto l = [=]<class T>(T x) mutable -> int { return x; };
	return l(1);
} catch (...) {
	return 1;
}
