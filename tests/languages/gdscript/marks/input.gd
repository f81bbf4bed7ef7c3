var a = "# no \" # no" # yes
var b = """ # text

"text" 
""" # x
# "
var c = '# no'
var e = $"Node#1"
var f = &"# name"

## doc
#region Part
var g = 1
#endregion
