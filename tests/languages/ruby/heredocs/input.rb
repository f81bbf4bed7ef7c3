def q(a)
  x = <<~SQL.squish
    SELECT #{a ||
      # ruby
      b}

    -- comment
  SQL
  y(<<~HTML, <<-JSON, <<EOS)
    <!-- c -->
    <script>
      // js
    </script>
  HTML
  { "a":

   1 }
  JSON
# text

EOS
end
expect(<<~RUBY)
  def no_function
    # no comment

  end
RUBY
