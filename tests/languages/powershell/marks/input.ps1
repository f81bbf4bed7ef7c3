<# one "
<# two #>
$a = @"
# no $(f "x")

"@ # yes
$b = @'
<# no
 '@
'@
$c = "`"# no" # yes
$d = 'it''s # no' <# yes
#>
#requires -version 5
