||| What it does, "so
f : Int -> Int
-- yes "
f x = if x > 1 || x < 0 then x else x -- yes
{- a {- b -}

-}
