// one
(* a (* b *)

c *)
let mul = (*)
let a = "(*"
// comment "
let b = @"c:\" // comment
(* "*)" *)
/// doc
let c = """ // text

"quoted" """
let f (x: 'a) = '"' // comment
// it's
let g' = f
