(def a ```# no ` ``

```) # yes
(def b "\"# no")
# yes `
