# a line
<# block '

 # x #>
function Get-Thing([string]$Name, $b = 1) {
    if ($a -and $b) { "x $y" } elseif ($z) { 1 } else { 2 }
    foreach ($i in 1..3) { break }
    $s = @"
here $x

# not
"@
    $l = { param($q) $q }
}
filter Select-It { $_ }
class A : B {
    [int] $x = 1
    A([int] $a) { $this.x = $a }
    [void] M([int] $a, $b) {
        while ($true) { '# no' }
    }
}
enum E { A; B }
