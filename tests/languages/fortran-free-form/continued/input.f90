program b
  use a, only: c, & ! one
    ! two

    d
  s = "one &
    &! no"
  ! three
  t = 'it''s &
      & ! two' // "!"
  !dir$ ivdep
!$omp parallel do
  if (a /= b) x = y; ! four
end program
