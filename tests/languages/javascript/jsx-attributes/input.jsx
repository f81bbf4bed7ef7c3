const Label = ({ text }) => (
  <label class="a" for={`b`} default
    if={text} {...{ new: 1 }} class>
    {/* within */}
    <i class="it's" delete />{text.map((x) => <b class={x}>{x}</b>)}
  </label>
);
function class_() {
  if (Label) { return <this.props.x switch="1"></this.props.x>; }
}
