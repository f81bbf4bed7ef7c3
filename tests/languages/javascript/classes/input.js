@first
@second({ key: () => 1 })
class A extends mixin(class {}) {
  #private = () => {
    return 1;
  };
  static made = function* () {};
  static field = 1;
  bound = async (a, b) => a;

  static {
    if (A) init();
  }

  constructor(a, b) {
    super();
  }

  #hidden() {}
  static async build() {}
  @decorated({ x: 1 })
  // between
  @again
  get x() {
    return 1;
  }
  set x(v) {}
  *[Symbol.iterator]() {}
  "quoted"() {}
  static constructor() {}
}

class B { constructor() {} m() {} }
export class C {}
@third export class D {}
@fourth
export class E {
}
