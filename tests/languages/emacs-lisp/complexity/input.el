(defun classify (n list)
  (cond
   ((or (< n 0) (null list)) "negative")
   ((= n 0) "zero")
   (t
    (dolist (x list)
      (while (and (> x 0) (> n 1))
        (setq x (1- x))))))
  (condition-case nil
      (when (> n 5) "many")
    (error "none")))
