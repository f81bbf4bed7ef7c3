#!/usr/bin/python3
# -*- coding: utf-8 -*-
"""Module."""
@decorate(lambda f: f)
@other
async def first[T](a: T, /, b=1, *args, c, **kw) -> None:
    # before
    """Doc.

    # more
    """
    async with x as y, z: pass
    return [i async for i in a if i]
class A[T](B, metaclass=C): "doc"; x = 1
def one(): return 1; """no doc"""
def two():
    x: """not a doc""" = 1
    match x:
        case [1, *_] if x: pass
        case _:
            class Inner:
                r'''raw doc'''
                def __init__(self): ...
    'no doc'
    def three(): 
        'doc'
