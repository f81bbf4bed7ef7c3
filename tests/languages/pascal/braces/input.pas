{ one

it's }
program a;
(* two { *)
const s = 'it''s { text'; { comment }
// it's
      t = '(*';
{ (* }
begin
  x := '//'; // comment
  { // } { a }
end.
