"""Rules.

For "things".
"""
load("//a:b.bzl", "c") # not a "comment

def _impl(ctx, x = 1):
    """Does it."""

    # why
    out = [f for f in ctx.files if f or x]
    return struct(a = """
# text

""")

my_rule = rule(
    implementation = _impl,
    attrs = {"srcs": attr.label_list()},
    f = lambda a: a,
)
