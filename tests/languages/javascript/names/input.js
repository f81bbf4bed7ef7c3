exports.parse = function () {
};
Parser.prototype.next = async function* () {
};
module.exports = exports = function () {
};
window["key"] = () => {};
cached ||= function () {};
const own = function ownName() {};

const table = {
  property: function () {
  },
  'quoted key': () => {
  },
  42: () => {},
  method() {
  },
  get value() { return 1; },
  set value(v) {},
  async *generator() {},
  async() {},
  [computed + key]() {},
  ["computed"]: () => {},
  'quoted method'() {},
  shorthand,
  nested: { deep: x => x },
  Class: class {
    m() {}
  },
};

export default class {
  run() {}
}
export const Named = class extends Base {
};
let Inner = class Outer {};
const made = wrap(class {});
