my $x = <<"SQL" . <<~'JSON';
select $a
-- c

SQL
  {

  }
  JSON
print 1;
