# a package
{ pkgs ? import <nixpkgs> { }, lib, ... }@args:

let
  add = x: y: x + y;
  pick = { a, b ? 1 }: a;
  value = 5;
in {
  a.b = x:
    # one
    x;
  inherit (lib) z;
  list = map (x: x + 1) [ 1 2 ];
}
