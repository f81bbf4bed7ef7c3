"""Module.

# no
"""
load("//a:b.bzl", "c") # yes
d = """

# no
""" # yes

def e(f, *g, **h):
    '''Doc'''
    return [i for i in f if i != "#"] # yes

j = rule(implementation = lambda k: k, attrs = {"#": r"\"})
