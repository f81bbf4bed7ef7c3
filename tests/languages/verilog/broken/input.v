module m(input a;
  always @(posedge a begin
    if (x) y = 1;
  end
  // comment
  function f; input z; f = (z; endfunction
  end end
  initial begin
    // comment
endmodule
module n;
  task t; endtask
endmodule
