def f():
    pass
    # indented like the body

# at the margin
def g():
    if f:
        pass
        # deep

    # less deep
  # even less

class A:
    def m(self):
        x = [
            1,
        ]  # behind the last token
        # trailing

    # of the class


def h():
    return 1 + \
        2
# no blank line before

async def i(): pass; # a semicolon

def j():
    try:
        pass
    finally:
        pass  # last

    # after the finally
x = 1

if x:
    def k(): return """
    # in the string
"""
    # of the if
