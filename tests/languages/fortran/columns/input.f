C     one
c     two
*     three
      PROGRAM A
      CALL C(B)
      X = 'it''s ! text'
! comment
      Y = A * B
      ! comment

C     it's
      END
