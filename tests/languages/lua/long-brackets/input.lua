--[==[ a
]] ]=]

]==]
local t = { a = u[b[1]] } -- ]]
--[x[ one line
local s = [[
-- text

]]
-- [[ one line
local q = "--[[" .. '--[['
--[[ a ]]
local v = 1 --[[ b
c ]] --
return s
