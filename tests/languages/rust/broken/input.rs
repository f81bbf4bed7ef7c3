struct Before { a: i32 }

fn broken(a: i32) -> i32 {
    let x: Vec<i32 = 3;
    foo(1, 2);
    a
}

/// Whole again.
fn after(b: bool) -> bool {
    b || true
}

impl Before {
    fn method(&self) {}
}
