#!/usr/bin/env lua
local function add(a, b)
	return a + b
end

function M.util.twice(x) return x * 2 end

function Account:deposit(v, ...)
	self.balance = self.balance + v
end

local square = function(x)
	return x * x
end

M.cube = function(x) return x ^ 3 end

local handlers = {
	open = function(path)
		-- nothing
	end,
	["close it"] = function() end,
	[1] = function() end,
	function() end,
}

table.sort(list, function(a, b)
	return a < b
end)

local first, second = function() end, function() end
local guard <const> = function() end

return function(n)
	local function inner()
		return n
	end
	return inner
end
