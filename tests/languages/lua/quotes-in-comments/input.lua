--[[ it's "one

   -- two ]]
local a = "--[[ no" -- it's
local b = '"' --[==[ "
]] ]==]
