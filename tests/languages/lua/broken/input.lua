local function before()
	-- a
	return 1
end

local x = = 5

function after(a)

	return a -- b
end
