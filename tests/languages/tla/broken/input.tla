---- MODULE A ----
EXTENDS Naturals

\* between is no TLA+
Two == == "\* no comment"

Three == 3 (* a comment *)
====
