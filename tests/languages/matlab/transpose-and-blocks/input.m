%{
one

%{
%}
x = 1
%}
function y = a(x)
%{ one line
y = x' * x.' + [1 2]' + x'; % it's
% it's
s = 'it''s 50%'; % comment
t = "say ""%"" no";
  % "
y = {'a'}';
% end
end
