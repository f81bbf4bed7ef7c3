classify <- function(n, kind) {
  if (n < 0) {
    "negative"
  } else if (n == 0 || is.null(kind)) {
    "zero"
  } else {
    for (i in seq_len(n)) {
      while (TRUE) {
        if (i > 3 && n > 4) break
      }
    }
  }
  repeat break
  switch(kind,
    a = 1,
    b = 2,
    3
  )
}
