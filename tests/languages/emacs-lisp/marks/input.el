(setq a "; no \" ; no") ; yes
(setq b (list ?\; ?\" ?\\ ?\C-\;)) ; "
(setq c "one \
; two

three")
;; "
(setq d 'a\;b e [a ;b
 c])
#'f
;;;###autoload
(setq g ?;) ; x
