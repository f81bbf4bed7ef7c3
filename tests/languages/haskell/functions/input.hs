module Shop.Cart
  ( total
  ) where

import Data.List (foldl')

-- | An item
data Item = Item
  { name :: String -- ^ its name
  , price :: Int
  }

newtype Cart = Cart [Item]

class Priced a where
  cost :: a -> Int
  cost _ = 0

instance Priced Item where
  cost = price

total :: Cart -> Int
total (Cart items) = go 0 items
  where
    go acc [] = acc
    go acc (i : rest) = go (acc + cost i) rest
    limit = 5

x <+> y = x
a `plus` b = a
double = \n -> n * 2

main :: IO ()
main = do
  mapM_ (\i -> print i) [1]
  let local = 1

  print local
