module a( { cube(1; }
// comment
module b() { }
} }
module 8bit() { x(); }
if (x) /* c
module no() {}
