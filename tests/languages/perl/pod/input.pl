#!/usr/bin/perl
use strict;

=head1 NAME

x - "a quote

=cut

my $x = 1;
=pod

=cut
my $s = "=pod";
print " =cut\n";
__END__
print "not reached";

# nor this
