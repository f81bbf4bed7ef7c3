use strict;

sub one {
    my $text = << "EOT";
# no comment

EOT
    # a pattern over lines
    return $text =~ / ^ (\w+)   # the first word

                      \s* $ /x; # behind it
}

# the old mark of packages, which is no quote
$main'Lost = 7;

# and once more
$main'Found = split' ', q{

=head1 no pod
};
__END__ # no more

=head1 NAME

lost - what a grammar may not understand
