@echo off
echo one ^
  two ^
  three
echo "it is open
:: "a comment
echo ^" rem
REM ^" three

/* no comment
*/
echo a %% :: b
