@echo off
REM one "
rem it's
@rem two
:: three
echo rem text
remove.exe

:label
  :: four
rem
set a=rem
