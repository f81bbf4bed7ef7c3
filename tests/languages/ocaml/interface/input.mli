(** A module *)

val f : 'a -> ('b, 'c) t
(** [f] does "it"

    well *)

type t = A | B (* two *)
external g : int -> int = "c_g" (* '"' *)
module type S = sig
  (* x *)
  val h : t
end
exception E of string
