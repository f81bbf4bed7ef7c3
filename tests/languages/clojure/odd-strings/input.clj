(def a "; no \" 

") ; "
(def b [\" \; \newline]) ; \"
#_(ignored "x")
(def c #"\"; no") ; "
