#!/usr/bin/env dart
library shop;

/// A cart.
@immutable
abstract class Cart<T> extends Base with Mixed implements Other {
  final int x;
  Cart(this.x, {required int y}) : assert(x > 0) {
    print(x);
  }
  Cart.empty() : this(0);
  Cart.of(int a) {}
  factory Cart.make() => Small();

  @override
  int total(int a, [int b = 1]) {
    // add
    return a + b;
  }

  int get size => x;
  set size(int v) {}
  Cart operator +(Cart o) => this;
  bool operator ==(Object o) => true;
  void abstractOne();
  static Future<void>
      later() async {
    await 1;
  }
}

mixin M on Cart { void m() {} }
enum Color { red, green; void show() {} }
extension Twice on String { String get twice => this + this; }

int top(int a) => a;

void main() {
  int local(int b) {
    return b;
  }
  var f = (x) => x;
  xs.forEach((x) {
    print(x);
  });
  button(onPressed: () {
    f(1);
  });
}
