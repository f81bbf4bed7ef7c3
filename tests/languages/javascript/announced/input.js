f(/* GraphQL */ `
  # a comment
  query { a }
`);
graphql(`
  # a comment
`);
const page = /* HTML */ `
  <!-- a comment -->

`;
const text = /* a comment */ `
  # text

`;
