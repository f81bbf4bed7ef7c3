local a = "-- no" .. '--[[ no' -- yes
local b = "a \" -- b \
-- still the string\z

   -- behind \z"
--[[ local c = "]]" --
--[ a line comment
--[==[
local d = [[ text ]]

]] ]=] --]==] local e = [==[

-- text
]]
]==] -- ]==]
local g = f'it''s' --[[
]]
