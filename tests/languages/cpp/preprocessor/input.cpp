#include <mutex>
BEGIN_NAMESPACE(app)
USING_BASE

class EXPORTED Window : public Base {
	Q_OBJECT

public:
	int size() const SAFE EXCLUDES(mutex_) { return size_; } // one
	bool empty() const
		REQUIRES(mutex_)
	{
		return size_ == 0 && !open_;
	}

private:
	DISALLOW_COPY(Window)

	int size_;
};

#ifdef WIDE /* the first stands for both */
int run(int count, wchar_t **names)
{
#else
int run(int count, char **names)
{
	// of the second
#endif
	if (count > 1
#ifdef STRICT
	    && names
#else
	    && true
#endif
	) {
		return 1;
	}
	return 0;
}

SUITE(all)
TEST(all, one) { }

END_NAMESPACE

int after() { return 2; }
