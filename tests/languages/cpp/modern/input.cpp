export module shapes.core;
import <vector>;
import :part;

export namespace a::b::inline v1 {
template <typename T>
concept Addable = requires(T x) { x + x; /* c */ };
enum class [[nodiscard]] Kind : unsigned char { One, Two };
[[nodiscard("why")]] constexpr auto add(Addable auto x, auto... rest)
	requires(sizeof...(rest) > 0)
{
	if constexpr (sizeof(x) > 4)
		return (x + ... + rest);
	else
		return x;
}
task<int> later()
{
	for co_await (auto x : source())
		co_yield x;
	auto [p, q] = pair{1, 2};
	co_return p;
}
}
/* end of
a::b */
