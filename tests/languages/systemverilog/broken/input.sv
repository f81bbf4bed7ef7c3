module a;
endmodule

// between is no SystemVerilog
module ( = "// no comment";
endmodule

class B;
	function int f(int x);
		return x; // a comment
	endfunction
endclass
