" one
let a = "text" . 'it''s'
  " it's
let b = "say \" no"

function! A()
  "two
  echo 'say " no'
  " end
endfunction
