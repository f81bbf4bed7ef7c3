def one():
    return 1

# between is no Starlark
rule(((name = "# no comment"

def two():
    # a comment
    return 2
