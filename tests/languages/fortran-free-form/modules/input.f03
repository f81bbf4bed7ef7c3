module c
#include "a.inc"
implicit none
character(len=*), parameter :: d = "'!'" ! one
contains
! two'
subroutine e(a)
  write (*, "(a, !)") a

  !
end subroutine
end module
