{ one (* " '
}
program a; // 'b
(* two } *)
const c = 'it''s { no'; { yes
}
  d = #39'(*'^M; // e
begin
  writeln('//'); (* f *) { g }
end.
