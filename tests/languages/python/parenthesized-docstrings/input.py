def a():
    "one" \
    "two"
def b():
    ("one")
def c():
    ("one"
     "two")
    return 1
def d():
    ("one",)
def e():
    ("one".x)
class F:
    (  # c
      """one
      """ )
    x = 1
def g():
    ("one"
     f"{2}")
