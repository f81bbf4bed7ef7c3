package pkg;
  import "DPI-C" function int dpi(int x);
  typedef class Later;
  virtual class Base #(type T = int) extends Other;
    // comment
    extern function void ext(int a);
    pure virtual task pv();
    function new(string name = "x // y"); super.new(name); endfunction
    virtual protected function automatic T get(ref T a, input int b = f(1, 2));
      foreach (q[i]) if (q[i] inside {1, 2}) return a;
      do b++; while (b < 3);
      unique case (b) 1: ; 2: ; default: ; endcase
    endfunction : get
    constraint c { if (a) b == 1; else b == 2; }
    covergroup cg with function sample(int x); endgroup
  endclass
endpackage

interface bus (input clk);
  virtual interface bus v;
  modport m (import task t(), input clk);
  property p; @(posedge clk) a |-> b; endproperty
  assert property (p) else $error("no");
endinterface : bus
module top;
  function void Base::ext(int a); endfunction
  generate
    for (genvar g = 0; g < 2; g++) begin : gen
      always_ff @(posedge clk) if (g) x <= 1;
    end
  endgenerate
  initial fork wait fork; join_none
  final begin end
  string s = """one
// text

""";
endmodule
