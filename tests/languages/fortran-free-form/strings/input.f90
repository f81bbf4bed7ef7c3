! one
program a
  character(20) :: s = 'it''s ! text' ! comment
  s = "say ""hi"" ! text" ! it's

  ! it's
  s = 'a' & ! continued
    ! comment
    // 'b'
  call c(s)
end program
