sub before {
    # one
    return 1;
}

my $x = = 3;

sub after {

    return 2; # two
}
