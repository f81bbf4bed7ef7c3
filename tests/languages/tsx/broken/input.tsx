export function One() { return <p>// no comment</p>; }

// between is no TSX
const = ( "// no comment";

export function Two() {
	/* a comment */
	return <div>{/* another */}</div>;
}
