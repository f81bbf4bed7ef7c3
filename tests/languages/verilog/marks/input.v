/* module x; // "
*/ module m;
  initial $display("/* no // no",
    "a \
/* still */ b"); /**/ // c
  assign \odd//name = 1; // c
  wire [3:0] \endmodule ;
`define BEGIN module z; \
   // c
`ifdef X
  // c
`endif
  assign a = b /c/ d; /* one
  two */ // three
endmodule
