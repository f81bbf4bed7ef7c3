{-# LANGUAGE QuasiQuotes #-}
{- a {- b -} "
still -}
-- | doc
module Main where
f x --> y = x |-- y
--- three
q --| r = q
a' = 'b' : "\"--\" \
  \-- gap" -- yes
g = '"' ; h = '\'' -- "
class C a where { m :: a -> Int; m _ = 1 }
instance C Int where
  m n | n > 0 = 1
      | otherwise = 2
i = \x -> case x of { 1 -> "{-"; _ -> "-}" }
