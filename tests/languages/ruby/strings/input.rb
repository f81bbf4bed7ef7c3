#!/usr/bin/env ruby
# frozen_string_literal: true
=begin
block "comment"

=end
url = "http://x#y" # trailing
single = 'a # b'; hash = ?#
words = %w[a # b
  c

]
regex = /re # x #{1}/ # real
extended = %r{ a # in the regex

}x
both = <<~SQL + <<-'RAW'
  select # not a comment

  #{url}
SQL
  raw #{url} # no

  RAW
quoted = %q(nested (parens) # )
long = "line one # no

line two"
command = `ls # x`
puts <<EOS # this is one
# not a comment

EOS
# last
__END__
data # here

more
