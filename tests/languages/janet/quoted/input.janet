#!/usr/bin/env janet
(def a @"one # no\" # no")
(def b @``two ` # no

\``) # yes
  # three "
(def c `\`) # yes `
(comment
  (print "#"))

(def d ["(" :e# yes
        'f])
(def g "two

 # lines")
####
