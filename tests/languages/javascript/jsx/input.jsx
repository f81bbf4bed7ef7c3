const View = ({ items }) => (
  <ul className="a // b" onClick={() => go()}>
    {/* a comment */}

    // text, /* no comment */
    {items.map((item) => {
      // a comment again
      return <li key={item.id}>it's {item.name ?? "none"}</li>;
    })}
    <></>
  </ul>
);

export default function App() {
  return <View items={[]} {...rest} title='one
    two' />;
}
