cfg_rt! {
    // a comment
    #[inline]
    pub fn spawn(a: u8) -> u8 {

        if a > 1 { 2 } else { /* c */ a }
    }
}
mod m {
    proptest! {
        #[test]
        fn holds(a in 0..9) {
        }
    }
    quickcheck! {
        fn prop(a: u8) -> bool {
            a == a
        }
    }
}
impl A {
    cfg_io! {
        struct B;
        cfg_unix! {
            fn deep() {
            }
        }
    }
}
fn f() {
    quote! { fn made() {
    } }
    items! { fn local() {
    } }
}
bitflags! {
    struct Flags: u32 {
        // a comment
        const A = 1;
    }
}
