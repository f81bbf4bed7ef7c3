-- one "
entity a is port (b : in bit := '1'); end; -- '
/* two
   " */
architecture c of a is
  constant d : string := "--" & '"'; -- yes
  signal e : bit_vector(0 to 3) := x"A"; /* f
*/
begin
  g <= h'event and string'("/*") = i;
end; -- j
