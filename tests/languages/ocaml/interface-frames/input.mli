(* Values (* and "quotes *) in strings" *) are no frames. *)
val f : int -> int [@@deprecated "use (* g *)"]

module M : sig
  val x : int

  module N : S
end

module F (X : S) : sig
  val y : X.t
end

module rec R : sig
  type t = A | B
end
and Q : sig
  type u
end

class type shown = object
  method show : string
end

class counter : int -> object
  val mutable x : int
  method get : int
end

type pair = {
  a : int; (** the first *)

  b : string;
}
and other = C of pair

module Alias = M
[@@@ocaml.text {|
  (* no comment *)

|}]
