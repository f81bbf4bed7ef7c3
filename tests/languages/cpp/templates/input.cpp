template <class T>
class Stack {
	template <class U> Stack(U &&u) { }
	template <typename... U>
	void push(U &&...all) { }
	template <class U> friend void swap(U &a, U &b) { }
};

template <class T> struct Box { T t; };
template <class T> int Stack<T>::size() const { return 1; }
template <class T>
template <class U>
void Stack<T>::set(U u)
{
}
template <> struct Box<int> {
	int t;
};
template <class T> concept Named = requires(T t) { t.name(); };
template <class T> requires Named<T> && Sized<T>
void constrained(T t) { }
template <auto F = 0> struct Default { };
template class Stack<int>;
using Alias = std::map<int, std::vector<int>>;
