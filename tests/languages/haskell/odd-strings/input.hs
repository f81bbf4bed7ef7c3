module A where

a = "-- no {- \"" -- "
b = '"' -- '
c' = x' --> "y" -- it's
d = "one\
   \-- no"
{- " {- ' -}

-}
