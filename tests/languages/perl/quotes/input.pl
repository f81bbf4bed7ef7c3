my $n = $#list;     # last index, isn't it
my $t = q{a # "b" {c}};
$t =~ s/#"/'/g;
# "
my @w = qw(# a b);
my $h = $x / 2; my $r = "/"; # a "
# '
if ($t =~ /["'#]/) {
    # comment
    print 'it\'s

# text';
}
# end
