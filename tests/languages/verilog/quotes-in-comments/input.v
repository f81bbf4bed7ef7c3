module a;
/* it's "one

   // two */
initial $display("/* no"); // it's
assign b = 1'b0; /* "
*/
endmodule
