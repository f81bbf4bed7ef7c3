const a = '''
  // no ' {

  ''';
const b = '''' + 'it''s { no'; // yes
{ a
  '}
