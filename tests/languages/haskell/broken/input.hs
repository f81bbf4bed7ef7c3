module M where

before :: Int -> Int
before n =
  -- one
  n + 1

wrong = = 3 ) (

after n =
  n -- two
