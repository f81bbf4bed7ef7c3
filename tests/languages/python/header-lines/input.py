def long(
    first,
    second=(1, 2),
):
    """A docstring
    behind a header of four lines."""


class Long(
    Base,
):
    """One
    of a class."""

    def hides(self, sep=")",
              end="("):
        """Brackets
        in strings of the header."""


for item in [
    1,
]:
    """No docstring:

    a loop has none."""

table[first(
    1):
    """nor has

    a slice"""]
