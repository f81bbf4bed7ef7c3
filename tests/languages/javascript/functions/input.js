function declared(a, b = 1, { c }, [d], ...e) {
  return a;
}

async function* generated() {}

const arrow = () => {
  return 1;
};

const single = x => x, double = async (x) => 2 * x, other = 1;

let expression = function () {
};

export const exported = async () => {
};

export function published() {}
export default function () {
}

foo(function named() {
  return 1;
}, () => {

}, (x) => x);

(function () {
  return () => () => 1;
})();

!async function iife() { }()

const text = `${() => {
  return 1;
}}`;

function outer(callback = () => {}) {
  function inner() {
    return function* () {};
  }
  return inner;
}

const memo = useMemo(() => {
  return 1;
}, []);

function one() {} function two() {} const three = () => {}; four = function () {};
var a = 1; function five() {
} var b = 2;
