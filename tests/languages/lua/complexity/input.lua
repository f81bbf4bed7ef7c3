local function classify(n, list)
	if n < 0 then
		return "negative"
	elseif n == 0 then
		return "zero"
	else
		for i = 1, n do
			while list[i] and list[i] > 0 and i < 9 do
				if i == n then goto done end
			end
		end
	end
	repeat
		n = n - 1
	until n < 0 or n > 9
	::done::
	return n > 0 and "some" or "none"
end

local function plain()
	do
		local x = 1
		return x
	end
end
