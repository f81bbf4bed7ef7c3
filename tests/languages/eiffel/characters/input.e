-- one
class B feature
  quote: CHARACTER = '%"' -- two
  tick: CHARACTER = '%''
  long: STRING = "one %
     %-- two %" %
     %three"
  -- three "
  minus: INTEGER = 3 - -2
  path: STRING = "a%%"

  --four
  both: STRING = "--" -- "
end
