COMMENT_COUNT equ 3
COMMENT ~ one
mov eax, 1

the end ~
comment *
"it's *
    mov comment, 1 ; two

%comment
    mov eax, 1
%endcomment
    mov al, '~'

    ret
