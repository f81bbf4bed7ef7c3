fn ifs(a: bool, b: bool) -> i32 {
    if a && b || a {
        1
    } else if let Some(x) = y && x > 0 {
        2
    } else {
        let z = if a { 3 } else { 4 };
        z
    }
}

fn loops() -> Option<i32> {
    'outer: loop {
        while let Some(x) = stack.pop() {
            for i in 0..3 {
                continue 'outer;
            }
            break;
        }
        break 'outer;
    }
    let Some(q) = maybe()? else { return None };
    q
}

fn matches(x: i32) -> i32 {
    match x {
        1 | 2 => 1,
        n if n > 3 => {
            if n > 5 { 2 } else { 3 }
        }
        _ => 0,
    }
}

fn all(e: E) -> i32 {
    match e { E::A => 1, E::B => 2 }
}

fn macros(a: bool) {
    assert!(a && a || !a);
    println!("{}", if a { 1 } else { 2 });
    let c = |x: &&i32| x > &&1;
}
