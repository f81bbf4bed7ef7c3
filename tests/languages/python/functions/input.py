import functools


def plain(a, b=1, *args, c, d: int = 2, **rest) -> int:
    return a


async def coroutine(a, /, b: int, *, c):
    def inner(x):
        async def innermost():
            yield x
        return innermost
    return inner


@functools.lru_cache(maxsize=lambda: 3)
@other
def decorated():
    pass


class Empty: pass


@dataclass
class Point(Base, metaclass=Meta):
    x: int = 0

    def __init__(self, x):
        self.x = x

    @property
    def double(self): return 2 * self.x

    @double.setter
    def double(self, value):
        class Local:
            def method(self):
                def function(): pass
        self.x = value

    if sys.version_info > (3,):
        def conditional(self):
            pass

    class Inner:
        async def deep(self): pass


if True:
    def under_if(
        a,

        b,
    ):
        return (
            a
        )

def one(): pass
def \
  two(): \
    pass

def generic[T: int](x: T) -> T: return x
def three(): x = 1; return [
]; y = 2
