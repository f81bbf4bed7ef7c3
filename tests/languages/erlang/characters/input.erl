%% module
-module(a).

f() -> [$", $%, $\\, $'] .
% comment "
g() -> 'it"s % an atom'.
% it's
h() -> "% text

% text \" too".
% end
