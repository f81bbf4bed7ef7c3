(* a (* b *) "*)" {|*)|} '"' still
*)
let a' = 'b' and c = '"' (* " *)
" (* *) *)
let d = {|(* no |} and e = {x|
(* |} no

|x} (* yes
*)
let f : 'a -> 'a = fun x -> x
let ( *) ) = 1
(** doc '"' *)
let rec g x = match x with [] -> "\"(*" | _ :: y -> g y
