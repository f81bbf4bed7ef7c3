-- one
procedure A is
   C : Character := '"'; -- comment
   -- "
   D : Character := ''';
   S : String := "say ""--"" no"; -- it's
   -- it's
begin
   for I in S'Range loop -- '
      E := Character'('-');
      --'
   end loop;
end A;
