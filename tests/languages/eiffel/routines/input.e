class C
create make
feature {NONE} -- Initialization
  make
      -- Say it's "done.
    require
      positive: a > 0 -- always
    do

      print ("{a} -- no")
      text := "{
 -- no

"
}"
      -- done
    end
end
