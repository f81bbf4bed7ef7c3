(* one (* two *)

*)
(* "*)" is no end *)
let a = "(*"
(** doc: don't *)
let b = '"' (* " *)
(* '"' *)
let f' x = x
let c = {sql|(* text

|} |sql}
(*) a comment too *)
let d = f' '\'' (* a
b *)
