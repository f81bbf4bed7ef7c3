f = lambda: 0
g = lambda x, *y, z=lambda: 1, **w: (x,
    lambda: (
        2  # two

    ))
h = [lambda: 1, lambda: 2][0](); k = lambda: f"{(lambda: 3)()}"

def outer(key=lambda v: v):
    return sorted(
        key,
        key=lambda item: item if item
        else lambda: None,
    )

class Table:
    pick = lambda self, a: \
        a
    def one(self): return lambda: 1; lambda: 2
