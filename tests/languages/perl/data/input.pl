print <DATA>;
1;

__END__

=head1 NAME

x

=cut

sub f { 1 }

