(defun before (a)
  ; one
  a)

(setq x ]])

(defun after (a)

  a) ; two
