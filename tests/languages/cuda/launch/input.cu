int main() {
  dim3 grid(2), block(32);
  add<<<grid, block>>>(a, b, n); // c
  add<float><<<(n + 255) / 256, 256, 0, stream>>>(a);
  // comment
  auto f = [=] __device__(int i) { return i; };
  return 0;
}

void after() {
}
