class A
feature
  a: STRING = "[x] -- no" -- yes
  b: STRING = "[
    -- no "

  ]" -- yes
  c: CHARACTER = '"' -- %"
  -- yes
end
