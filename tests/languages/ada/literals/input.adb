-- one "
procedure A is
   B : Character := '"'; -- '
   C : String := "a ""--"" b" & Character'('"') & '''; -- yes
   D : Integer := X'Length; -- it's
begin
   null; --
end A;

--  last
