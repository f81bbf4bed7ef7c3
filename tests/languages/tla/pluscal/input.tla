---- MODULE P ----
EXTENDS Integers
(* A comment.
--algorithm A {
  variables x = 0;
  process (p = 1)
  { a: while (x < 2) { x := x + 1; } }
}
*)
\* BEGIN TRANSLATION
Next == x' = 1
====
