open List

(** Adds *)
let add x y = x + y

let rec even = function
  | 0 -> true
  | n -> odd (n - 1)
and odd n =
  n <> 0 && even (n - 1)

let limit = 5
let twice = fun x -> x * 2
let ( +! ) a b = a
let curried a = fun b ->
  a + b

module M = struct
  let f ?(a = 1) ~b () =
    (* inner *)
    let g x = x in
    g a + b

  type t = A | B
end

module Make (X : S) : T = struct
  let h () = 1
end

module type S = sig
  val f : int -> int
end

class point x = object (self)
  val mutable y = x
  method get = y
  method move d = y <- y + d
  initializer print_int y
end

let () =
  iter (fun x -> print_int x) [1];
  print_newline ()
