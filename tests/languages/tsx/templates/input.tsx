const Title = styled.h1<{ big: boolean }>`
  /* a comment */
  color: ${(p: Props) => p.color};
`;
export const App = () => (
  <>
    {/* a comment */}
    <Title>{title}</Title>
  </>
);
const Other = styled(Title)<{ big: boolean }>`
  /* a comment */
  color: red;
`;
const Third = styled(Title)<Big>`
  /* a comment */
`;
