`timescale 1ns/1ps
// counter
module counter #(parameter W = 8) (
  input clk, output reg [W-1:0] q /* q */
);

  function [7:0] next;
    input [7:0] a, b;
    begin
      if (a > b && a) next = a;
      else if (a == 8'b1??0) next = b;
      else next = 0;
    end
  endfunction
  task tick; begin #1; end endtask
  always @(posedge clk) begin : p
    casez (q)
      8'b1???, 2: q <= q ? 1 : 0;
      default: begin
        q <= 0; // c
      end
    endcase
  end
  initial repeat (3) @(posedge clk) $display("endmodule // %s", "\"");
  always @* if (q) x = 1;
    else x = 2;
  wire z; (* keep *) wire y = q;
endmodule
module b; endmodule
