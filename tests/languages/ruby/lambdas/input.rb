add = ->(a, b) { a + b }
square = lambda { |x| x * x }
long = lambda do |x|
  x
end
@pr ||= proc { |q| q }
made = Proc.new { |q| q }
scope :x, -> { where(a: 1) }
def f(xs)
  xs.each do |x|
    go if x
  end
  xs.map { |x| x + 1 }
  call(lambda { |y| y ? 1 : 2 })
  other.lambda { |z| z }
  lambda(&xs)
end
