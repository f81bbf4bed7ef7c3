#!/usr/bin/env pwsh
#Requires -Version 5
<#
.SYNOPSIS
    A "quote that does not end

    and <# nothing nests
#>
$a = '<# no comment #>' + "# none" + 'it''s' # one
$b = "several

lines $(
    1
)"
$c = "a ""doubled"" # mark `" # still"
Get-Item a#b
Write-Output `
    # behind a continued line
    2
