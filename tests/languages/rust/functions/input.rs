/// Documented.
#[inline]
#[must_use]
pub(crate) const unsafe extern "C" fn plain(a: i32, mut b: i32, (c, d): (i32, i32)) -> i32 {
    a
}

async fn generic<'a, T: Clone, const N: usize>(x: &'a T, f: fn(x: i32) -> i32) -> [T; N]
where
    T: Copy,
{
    fn nested(self_: i32) {}
    let closure = |a, mut b: i32, (p, q), &r, _, Point { x, y }| a + b;
    let moved = move || {
        // inside
        vec.iter().map(|x| x + 1).filter(|&x| {
            x > 1
        })
    };
    async move { 1 };
}

extern "C" {
    fn foreign(a: i32);
}

extern "C" fn callback(argument: *mut c_void) {}

const F: fn(i32) -> i32 = |x| x;

impl Point {
    const ZERO: i32 = 0;

    #[inline] // a note
    pub fn new(x: i32) -> Self { Self { x } }
    fn length(&self, other: &Point) -> f64 { 1.0 }
    fn boxed(self: Box<Self>) {}
}
