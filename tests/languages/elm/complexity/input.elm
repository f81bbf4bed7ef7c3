module M exposing (..)

classify n list =
    if n < 0 || List.isEmpty list then
        "negative"
    else if n == 0 && True then
        "zero"
    else
        case list of
            [ 1 ] ->
                "one"
            x :: _ ->
                "more"
            _ ->
                "none"
