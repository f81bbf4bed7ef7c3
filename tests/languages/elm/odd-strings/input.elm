module A exposing (..)


a =
    "-- no \"" ++ """
-- no "

""" -- "


b =
    '"' {- " {- ' -}

    -}
