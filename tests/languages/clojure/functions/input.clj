#!/usr/bin/env bb
(ns shop.cart
  (:require [clojure.string :as str]))

(defn add
  "Adds" ; doc
  [x y]
  ; one
  (+ x y))

(defn- ^:private total
  ([] 0)
  ([x & xs] (reduce + x xs)))

(defmacro unless [test & body]
  `(if ~test nil (do ~@body)))

(s/defn typed :- Int [x] x)
(defmethod area :circle [shape] 1)

(def twice (fn [x]
             (* 2 x)))
(def inc2 #(+ % 2))

(let [half (fn [x] (/ x 2))]
  (map (fn inner [x] x) [1]))

(defprotocol Priced
  (price [this]))

(defrecord Item [cost]
  Priced
  (price [this] cost))

(reify Priced
  (price [_] 1))

(deftest adds
  (is (= 3 (add 1 2))))

(ns shop.test
  (:require [clojure.test :refer (deftest is)]))

(def form '(defn f [x] x))
