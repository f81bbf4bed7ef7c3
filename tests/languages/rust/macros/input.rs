macro_rules! shape {
    // an arm
    ($name:ident) => {
        struct $name { a: i32 }
        fn inside() { if true && false {} }
    };

    () => { "// text" };
}

shape!(Square);

thread_local! {
    /* no comment is lost in here */
    static A: i32 = 1; // code

    static B: &str = "
// text

";
}

fn uses() {
    let text = format!("{}", r#"
    /* text */
"#);
    vec![1, 2].into_iter().for_each(|x| print!("{}", x));
}
