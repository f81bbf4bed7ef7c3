int (&array(int x))[3] { return all; }
int (*callback(int x))(int) { return f; }
int *&reference(int x) { return p; }
static int (bracketed)(int x) { return x; }
auto trailing(int a) -> std::vector<int> { return {}; }
void attributed(int a) [[gnu::cold]] { }
[[noreturn]] static void stop() { throw 1; }
__declspec(dllexport) int windows() { return 0; }
template <> void specialised<int>() { }
long operator"" _w(const char *text) { return 1; }
std::ostream &operator<<(std::ostream &out, const T &t) { return out; }
void *operator new[](size_t size) { return 0; }
bool A::operator<(const A &o) const { return a < o.a; }
A::operator std::string() const { return {}; }
a::B<int>::~B() { }
a::B<int>::B(int x) { }
constexpr auto answer() { return 42; }
extern "C" int c_function(void) { return 0; }
extern "C" {
static void in_block(void (*f)(int, int)) { }
}
int guarded(int a) try { return a; } catch (int e) { return e; }
struct S : T { S() try : T(1) { } catch (...) { } };
int main(int argc, char **argv) { return 0; }
