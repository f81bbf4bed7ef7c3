"""Module

# doc"""; import a
def f():
    '''one
    two''' ; return 1
