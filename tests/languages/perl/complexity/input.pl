sub classify {
    my ($n, @list) = @_;
    if ($n < 0) {
        return 'negative';
    } elsif ($n == 0 || !@list) {
        return 'zero';
    } else {
        OUTER: for my $i (0 .. $n) {
            while ($list[$i] && $i < 9) {
                next OUTER if $i == 3;
            }
        }
    }
    return 1 unless $n;
    my $kind = $n > 5 ? 'big' : 'small';
    print for @list;
    open my $in, '<', $kind or die;
    return $kind // 'none';
}
