fn a() {} fn b(x: bool) -> bool { x && x } struct S { f: i32 }
const N: i32 = 1; fn c() {
    d(); } #[inline] fn d() { // d
} /* d ended */ impl S { fn e(&self) {} fn f() { if true {} } }
mod m { mod n { fn g() {
} } }
let h = |x| |y| { x
    + y };
