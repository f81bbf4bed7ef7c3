" first
let a =<< trim END
  " no comment

  END
let b =<< EOF
" no
EOF
" yes
let c = 'it''s " no' | let d = "a\" b"
python3 << PY
" text
PY
" last
