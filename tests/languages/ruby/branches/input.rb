def ifs(a, b)
  if a > 0 && b || c
    1
  elsif a == 0 and not b
    2
  else
    3
  end
end
def modifiers(a)
  go if a
  go unless a
  go while a
  begin; go; end until a
  x = go rescue nil
  a ? 1 : 2
end
def loops(xs)
  for x in xs do
    while x
      until x do go end
    end
  end
  unless xs then 1 else 2 end
end
def choice(a)
  case a
  when 1, 2 then 3
  when String
    4
  else
    5
  end
  case a
  in {x: Integer => n} if n > 1
    1
  in [1, *]
    2
  else
    3
  end
end
def tries
  begin
    go
  rescue A, B => e
    stop if e
  rescue
    stop
  else
    fine
  ensure
    done
  end
end
