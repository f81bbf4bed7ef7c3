      PROGRAM B
      X = A +
     !    B
      Y = A +
     *    B
    ! one
      ! two
* three
 10   CONTINUE
      CALL C('it is
     !! no', "C")
C$OMP PARALLEL

      Z = 'a''! no' ! four
      END
