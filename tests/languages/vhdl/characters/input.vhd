-- one
entity a is -- "
-- it's
  constant c : character := '"'; -- comment
  -- "
  constant s : string := "say ""--"" no";
  /* two

  -- */
  if clk'event and clk = '1' then -- '
  --
  x := std_logic'('1');
end a;
