import re

PATTERN = re.compile(r"""
    # no comment, but a verbose pattern
    [a-z]+

""")
TABLE = {
    'first': """a value

    over lines""",
    '(': '''behind a bracket that is in a string

    ''',
    'third':
        """on a line of its own

        """,
}
annotated: """what an annotation may be

"""


def one(a={
    "b": """of a default

"""}):
    pass


def two(): """Behind its colon

    on the line of def."""


def three(a,
          b=(1)): r"""Behind the header's
    last line.
    """


def four(a) \
        -> int:
    """A header that a backslash continues.

    """


def five(a):
    return f"""{a["""b"""]} # {{
    """  # a comment ends it


if annotated: """No docstring

of an if"""
