{
  classify = n: list:
    if n < 0 || list == [ ] then
      "negative"
    else if n == 0 && true then
      "zero"
    else
      (if n > 5 then "many" else "some");
}
