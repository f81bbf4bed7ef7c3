#!/usr/bin/env run-cargo-script
//! Of the crate.
/* one /* two */ still one

*/ use std::fmt; // code
/// Of what follows.

#[doc = "/* no comment */"]
const A: &str = "// no \
    comment \"
/* here */

either";
const RAW: &str = r##"a "# b
// c

"##; /* d */
const BYTES: &[u8] = b"/*"; const C: &CStr = c"//";
const QUOTE: char = '"'; const TICK: char = '\''; const B: u8 = b'/';
fn lifetimes<'a>(x: &'a str) -> &'a str { x } // 'a is no character
/**/ //
/** doc */
/*! inner */ /***/
static r#type: i32 = 1; /* // */ // */
#![allow(dead_code)]
