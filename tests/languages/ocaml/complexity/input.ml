let classify n list =
  if n < 0 || list = [] then "negative"
  else if n = 0 then "zero"
  else begin
    for i = 0 to n do
      while !stop && i > 1 do
        print_int i
      done
    done;
    match list with
    | [1] -> "one"
    | x :: _ when x > 1 -> "more"
    | _ ->
      try find list with
      | Not_found -> "none"
      | _ -> "other"
  end
