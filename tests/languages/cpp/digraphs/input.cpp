%:ifndef SHAPES
%:define SHAPES 1

struct shape <%
	int corners() const <% return sides<:0:>; %> // <%
	int sides<:2:> = <%3, 4%>;
%>;

const char *spelt = "%> <::>";

template <class T> struct box <% T held; %>;
struct inner <% %>;
box<::inner> kept;

int main()
<%
	auto twice = <:=:>(int n) <%
		return n % 2 ? n : 2 * n;
	%>;
	return twice(1);
%>
%:endif
