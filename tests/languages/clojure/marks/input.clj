(def a "; no \" ; no") ; yes
(def b [\; \" \\ \newline]) ; "
(def c #"; \" no

;")
;; "
#_(def ignored 1)
(comment
  "a form like any other" ; x
  )
'; comment
q
