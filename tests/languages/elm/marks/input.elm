module M exposing (..)
a = "-- no {- \" no" -- yes
b = '"' -- "
{- one {- two -}

"still -} c = """ -- text
{- "text"

""" --
-- '
d = '\''
