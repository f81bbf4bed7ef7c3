String classify(int n, List<int>? list) {
  if (n < 0 || list == null) {
    return 'negative';
  } else if (n == 0) {
    return 'zero';
  } else {
    for (var i = 0; i < n; i++) {
      while (list[i] > 0 && i < 9) {
        if (i == 3) continue;
      }
    }
  }
  do {
    n--;
  } while (n > 9);
  switch (n) {
    case 1:
      return 'one';
    case 2:
      return 'two';
    default:
      break;
  }
  try {
    run();
  } on StateError {
    n = 1;
  } catch (e) {
    n = 2;
  } finally {
    n = 3;
  }
  final kind = switch (n) { 1 => 'a', _ => 'b' };
  return n > 5 ? kind : (find(n) ?? 'none');
}
