@ECHO OFF
rem	a tab ends the word
Rem set A="one
if exist a rem removed
(
  rem two
  :: three
  echo ::
)
set rem=remark
remark.cmd a
:rem

@REM four
call :rem %1 & rem five
goto :eof
