; one
section .data
msg: db "a; b", 10 ; it's
    ; it's
chr: db ';'

; "
section .text
    mov eax, 1 ; "
;
