const identity = <T,>(x: T): T => x;
const list = <T extends unknown>(xs: T[]) => {
  return <List<T> items={xs} render={function (x) { return <b>{x as any}</b>; }} />;
};
const text = <p>
  `${no} template` /* text */

  {`a

  ${"b"}`}
</p>;
const less = a < b || c > d; // comment
