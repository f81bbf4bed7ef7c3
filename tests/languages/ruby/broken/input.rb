class Broken
  def ok(a)
    a
  end

  def bad(a)
    x = = 3
    # still a comment
  end

  def after(b)
    b ? 1 : 2
  end
end
