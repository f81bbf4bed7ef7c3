       IDENTIFICATION DIVISION.
       PROGRAM-ID. B.
000300* ONE
000400/ TWO
       PROCEDURE DIVISION.
           DISPLAY "IT IS
      -    "* LONG".
      D    DISPLAY "DEBUG".
      *D   DISPLAY "NO".

           COMPUTE A = B
       * C.
           STOP RUN.
