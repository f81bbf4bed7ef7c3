#[derive(Debug, Clone)]
pub struct Point<T> {
    /// across
    x: T,
}
struct Unit;
struct Pair(i32, i32);
union Both { a: i32, b: f32 }

enum Shape {
    Circle { r: f64 },

    Square(f64),
}

impl<T: fmt::Debug> fmt::Display for Point<T>
where
    T: Clone,
{
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { Ok(()) }
}

impl<T> Point<T> {}
impl !Send for Unit {}
unsafe impl<'a> Trait<'a> for &'a Unit {}

pub trait Area: Sized {
    const N: usize;
    type Out;
    fn area(&self) -> f64;
    fn twice(&self) -> f64 { self.area() * 2.0 }
}

mod elsewhere;
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn works() {
        struct Local { a: i32 }
    }
}
