print <<A, <<"B C"; # both
# text of the first

A
# text of "the second
B C
# comment
my $x = 1 << 3;
# comment
print <<~EOT;
    # text
    EOT
# comment
