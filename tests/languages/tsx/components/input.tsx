import React from "react";

interface Props { title?: string }

export const Card: React.FC<Props> = ({ title = "" }) => {
  const [open, setOpen] = useState<boolean>(false);
  // a comment
  return (
    <div onClick={() => setOpen(!open)}>
      // no comment, but text

      {/* a comment
          in braces */}
      {open && <p>it's "open"</p>}
    </div>
  );
};

export default class Page extends React.Component<Props> {
  render() { return <Card {...this.props} />; }
}
