#!/usr/bin/perl
my $a = q{one {two # no} three}; # yes
my $b = qw#a b c#; # yes
$c =~ s{/* # no
}
{ # no
}ex; # yes
$d =~ tr/#/x/; $e = $f / 2; # /
my $g = $#h; my $i = "@{[ '#' ]}"; # yes

=pod

"text

=cut

print <<"A" . <<'B'; # yes
# a
A
# b

B
$j = m?#?; $k{q} = 1; $l{'s'} = y => 2; # yes
sub m_ { my ($x) = @_; return sub { $x } }
package P { sub new { bless {}, shift } }
__END__

sub none { }
