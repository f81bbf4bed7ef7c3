;;; one
#| a #| b |#

; c |#
(defun f (x) ; "
  "Docstring ; no comment

  #| text |#"
  (list #\" #\; #\# x)) ; '
; |#
(princ "#|")
; end
