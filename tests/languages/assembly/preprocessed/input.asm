#include "a.h"
#a comment
#define WIDTH 4 /* bytes
of a word */
    mov r0, #WIDTH
#ifdef DEBUG
    nop    // debugging
#endif
// one

/* two

*/
%macro push_all 0 ; three
%endmacro
; db "four
