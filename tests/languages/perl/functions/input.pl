#!/usr/bin/perl
package Shop::Cart;

sub forward($);
sub new {
    my ($class, %args) = @_;
    return bless {%args}, $class;
}

sub total :lvalue {
    my $self = shift;
    # a comment
    $self->{total};
}

sub add($self, $item, $count = 1, @rest) { 1 }

our $hook = sub {
    print "# no comment\n";
};
my %dispatch = (
    start => sub { 1 },
    'stop now' => sub ($how) {
        2;
    },
);
*alias = sub { 3 };
sort_by(sub { $a <=> $b }, 1);

BEGIN {
    require strict;
}

package Shop::Till {
    sub open { 1 }
}

package main;

sub run { return 1; }

__END__
sub never { }

=head1 NAME
