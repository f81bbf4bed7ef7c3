---- MODULE C ----
\* one "quoted
(***************
 two

***************)
x == "(* string" \* three
y == (* a *) 1 (*
 *) + 2
(* \* closes here *)
z == "\"(*"
====
