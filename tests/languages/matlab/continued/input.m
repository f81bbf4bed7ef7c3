% one '
a = b' + c.' + [d]' + 'it''s % no'; % yes
%{
  %{
  %}
x = 1
%}
e = "%{" ... f
    + 1; %{ yes
g = {'%', "%"}'; % yes

function h(i) % j
end
