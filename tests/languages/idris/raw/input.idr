{- one {- two -}
still -}
module Main
||| doc "
a = #"\"# ++ "{-" -- yes
b = #"" -- no "#
c' = '"'
d = """
  -- no

  """ -- yes
-- "
