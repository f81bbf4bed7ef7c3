puts DATA.read
__END__
# data

last

