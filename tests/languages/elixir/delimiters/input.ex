a = ~s|x "# "
y|
# comment
b = ~w<a" b> # comment
c = ~r'"#\'
' # comment
d = ~S/\"
/ # comment
e = ~D[2020-01-01]
f = ~s(a #{f(")")} "
# no comment)
g = ~H"""
<p class="#{x}">

</p>
"""
h = ~MAT'"'
# comment
