Text before the module is none of it.
---- MODULE M ----
EXTENDS Naturals \* comment
VARIABLES x, y
(* block (* nested *) still *)
Init == /\ x = "\\* no" (* c *)
        /\ y = 0

Max(a, b) == IF a > b THEN a ELSE b
f[n \in Nat] == CASE n = 0 -> 1 [] n > 0 -> 2 [] OTHER -> 3
LOCAL Op == LET Inner(z) == z IN Inner(1)
a \oplus b == a + b
THEOREM T == x = y
====
Text behind.
