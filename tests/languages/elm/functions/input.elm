module Shop exposing (..)

import List

{-| Adds -}
add : Int -> Int -> Int
add x y =
    -- one
    x + y


type Item
    = Item Int


type alias Cart =
    { items : List Item }


twice =
    \n -> n * 2


main =
    let
        half n =
            n // 2

        limit =
            5
    in
    List.map (\q -> q) [ half limit ]
