{-# LANGUAGE QuasiQuotes #-}
module M where
a = "-- no {- no" -- yes
b = '"' -- "
c' = 'x' {- "
 -} : '\'' : "--" -- '
d = [text|
-- text {-

|]
e = "a\
   \ -- b"
{- {- " -} -- -}
f x'y = x'y --comment
infixl 6 |>
(|>) x f = f x
g = x |> y --> z
{-------------------------------}
{-----
 dashes
-----}
h = '-' {---} : "{--"
