*> one
identification division.
program-id. a. *> two

    display "it""s *> text".
    display 'say ''*>'' twice'. *> three
                *> four "
    multiply a by b giving c
        on size error display "*".
stop run.
