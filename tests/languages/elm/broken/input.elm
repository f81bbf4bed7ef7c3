module A exposing (..)


one x =
    x + 1


-- between is no Elm
two = = {{ "a -- b"


three y =
    -- a comment
    y
