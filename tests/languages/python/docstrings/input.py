# A comment may stand before it.

"""The module's docstring.

Its blank lines belong to it.
"""
"""A second string is code.

With its blank line."""


class A:
    # a comment first
    r'''A raw one.

    '''
    x = 1
    """Not the first statement."""

    def f(self):
        "One " "string, implicitly " \
            "joined."

    async def g(self):
        u"""Unicode."""; return 1

    def h(self):
        b"""Bytes

        are no docstring."""

    def i(self):
        f"""Nor is an

        {self.x} f-string."""

    def j(self):
        """A tuple is none.

        """,

    def k(self):
        if self.x:
            """Nor the first string of an if.

            """
        for _ in ():
            """Or of a loop."""

    def l(self): """On the line of def."""

    def n(self):
        """Not alone
        """ .strip()

    def o(self):
        x = """An assignment
        """

    def p(self):
        "plain" f"{self.x} joined \
 to an f-string"

    def q(self):
        """Joined to
        one.""" f""

    def r(self):
        """Three""" """ plain

        """ """ones."""