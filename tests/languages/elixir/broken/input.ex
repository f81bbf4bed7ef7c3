defmodule M do
  def before do
    # one
    1
  end

  def (((

  def later do

    2 # two
  end
end
