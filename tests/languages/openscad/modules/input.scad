// Doc
use <lib//a.scad> // c
module box(a, b = [1, 2], $fn = f(1, 2)) {
  if (a && b || c) cube(1);
  else if (b) { sphere(2); }
  else translate([1, 2]) x();

  for (i = [0:2]) rotate(i) if (i > 1) y();
  module inner() z();
}
function fac(n) = n < 2 ? 1 : n * fac(n - 1);
function pick(v) = [for (i = v) if (i && i > 0) i else 0];
lambda = function (x) x > 0 ? x : -x;
module one() for (k = [1]) cube(k);
box(1);
