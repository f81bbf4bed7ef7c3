/* it's "one

   # two */
{ a = "/* no"; # it's
  b = '' "

# text
  ''; /* "
*/ }
