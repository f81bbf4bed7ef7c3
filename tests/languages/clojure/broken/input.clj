(defn before [a]
  ; one
  a)

(def x ]])

(defn after [a]

  a) ; two
