-- | Module
{- one {- two -}

still -}
module M where

f x' = x' '"' -- "
-- it's
g = "{-"
h = a --> b
{-# a pragma is written as a comment #-}
k = foldl' (\a b -> a) 'x' "--"
--- three dashes
j = a
  --> "b" -- "
  |-- 'c'
s = "a\
    \b -- text"
-- end
