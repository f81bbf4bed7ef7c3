;; one
(def a \;) (def b \") ; "
; "
(def s "text ; no

; \" text")
;; end
(def r #"[;\"]")
; end
