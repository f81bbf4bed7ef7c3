int before(int a) {
  // one
  return a;
}

var x = = 3;

int after(int a) {

  return a; // two
}
