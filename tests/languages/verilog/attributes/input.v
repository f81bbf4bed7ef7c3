module a;
endmodule
(* keep,
   // a comment *)
   name = "*) // no" /* another

   */
*)
module b(input c);
  (* full_case *) // yes
  wire d;
endmodule
(* lost
