module Dashes where
-- a comment
--- a comment
------ a comment
--a comment
a = b --> c
d = e |-- f
g = h --^ i
j = k <-- l
m = "-- no comment" -- a comment
n = '"' -- "
o' = p' - -1
{- a comment
 {- nested -}

-}
q = {- a comment -} r
