classify :: Int -> [Int] -> String
classify n list
  | n < 0 = "negative"
  | n == 0 || null list = "zero"
  | otherwise = rest
  where
    rest =
      if n > 5 && n < 9
        then "some"
        else if n > 10
          then "many"
          else case list of
            [] -> "none"
            [1] -> "one"
            _ -> "more"
