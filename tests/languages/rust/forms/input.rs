#!/usr/bin/env run
//! crate
/*! crate /* nested */
  still */
fn r#match<'a>(x: &'a str, c: char) -> &'a str { if c == '"' { x } else { "//" } } // '
/** doc "
*/
/// doc
#[doc = "/* not */"]
const A: &[u8] = br##"// "# "##; const B: &std::ffi::CStr = c"/*";
const C: char = '\''; const D: u8 = b'"'; const E: &str = "a \
	// in the string

	"; /* ends /* here */ not yet
*/
macro_rules! m { ($a:expr /* c */) => { $a // c
}; }
fn g() -> impl Fn(i32) -> i32 { 'outer: loop { break 'outer } ; move |x| x + 1 }
/**/
/***/
fn h(&'static self) {}
