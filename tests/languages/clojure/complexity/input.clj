(defn classify [n list]
  (cond
    (or (neg? n) (empty? list)) :negative
    (zero? n) :zero
    :else
    (doseq [x list]
      (when (and (pos? x) (> n 1))
        (println x))))
  (try
    (if (> n 5) :many :some)
    (catch Exception e :none)))
