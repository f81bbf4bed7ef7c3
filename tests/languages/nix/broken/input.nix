{
  before = a:
    # one
    a;

  x = = 3;

  after = a:

    a; # two
}
