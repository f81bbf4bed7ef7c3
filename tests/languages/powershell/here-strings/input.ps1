<# one

"#>
$a = "say `"#`" no" # it's
# it's
$b = @"
# text "

 "@ text
"@
# comment
$c = @'
it's # text
'@
# comment
$d = 'it''s # text'
$e = "<#" # "
#>
$f = a#b <# c #>
<# c #>
