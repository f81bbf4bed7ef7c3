000100* ONE
      * TWO
       IDENTIFICATION DIVISION.
       PROGRAM-ID. A.
      / NEW PAGE

       PROCEDURE DIVISION.
           DISPLAY "*> TEXT". *> COMMENT
      *> COMMENT
           COMPUTE B = C * D.
      * IT'S
           STOP RUN.
