{
  a = "# no \" /* no"; # yes
  b = ''
    # text ''${x} ''' "

    ${f "# in" /* c */}
  ''; # x
  c = "one
    # two
  "; /* "
  */ d = ./a;
  # it's ''
  e = 1;
}
