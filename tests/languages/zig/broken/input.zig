fn before(a: i32) i32 {
    // one
    return a;
}

const x = = 3;

fn after(a: i32) i32 {

    return a; // two
}
