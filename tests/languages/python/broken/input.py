"""Module."""

def before():
    # fine
    return 1

def broken(a):
    x = = 2
    y = a $ 3
    if a
        pass
    z = 2

def after():
    """Docstring."""
    if True:
        return 2

class C:
    def method(self):
        return """

        """
