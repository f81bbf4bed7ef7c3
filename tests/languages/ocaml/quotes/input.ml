let a = "(* no \" *)" (* "*)" *)
let b = '"' and c = '\'' (* '"' *)
let d = {|(* " \|} ^ {id|
(* |} *)

|id} (* {|*)|} *)
let e' = "x
(* y

"
(* (* nested *)
still *)
let f : 'a -> 'b = fun x -> x
(* don't *)
let g = ( * )
