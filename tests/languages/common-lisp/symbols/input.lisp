(defun |a;b "c| (x) #\; #\" #\|) ; yes
(print "a \" ;
; no
") #| one "
#| two |#
"|#
;;; "
'(|two
; no|) ; yes
