// one
/* two /* "

*/
module a; // it's
  wire [7:0] b = 8'hFF; /* c */
  // '
  initial $display("// text /* \" ");
  /* a */ /* b */
  wire c = 1'b0 /* d
  */
endmodule
