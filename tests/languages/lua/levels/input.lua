#!/usr/bin/lua
--[==[ a ]] "
]=] b
]==] local x <const> = 1
local s = [==[
-- no ]] ]=]

]==] -- yes
--[[]] -- both
local t = "\z
   -- no" .. '\
--no' -- yes
--[ one line
---[[ one line
local d = 7 // 2 --]] yes
function a.b.c:d(e, ...) return ... end
local function f() goto g ::g:: end
t.h = function(i, j) return -i - -j end --[=[ k
]=]
