const Button = styled.div`
  /* a comment */

  color: ${props => {
    // of JavaScript

    return props.color;
  }};
  ${media.tablet`padding: 0;`}
`;
const q = gql`
  # a comment
  query { a }

`;
const h = html`<!-- c -->
  <p>${items.map((i) => html`
    <li>// text</li>
  `)}</p>
`;
const plain = `
// text

`;
sql`select 1
-- comment
`;
f(/* GraphQL */ `
  # comment
`);
const a = styled(B).attrs({ x: 1 })`
  width: ${1}px;
  /* c */
`;
const v = <div>
  {/* a comment */}
  // text
  {
    /* one
       two */
  }
  {a /* c */}
</div>;
