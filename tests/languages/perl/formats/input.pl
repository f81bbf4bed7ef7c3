format STDOUT =
@<<<< # no comment

$name
.
# comment
my $re = qr{
    \d+   # belongs to the expression

    "
}x;
my $text = "one

# two";
# comment "
print <<~'END', 'x' # comment
    # text

    =pod
    END
    ;
$text =~ tr/#/"/;
=begin comment

$x = "

=cut

print qw#a b#;   # comment
