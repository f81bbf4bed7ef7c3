(defn a
  "Says it's # no comment.

  And more."
  [x & y] # yes

  (-> x (+ ;y)))
  #| one
(map |(+ $ 1) [])
 # |#
