defmodule A.B do
  @moduledoc """
  # no

  """
  @x ~s(a #{"b)"} # no) # yes
  @y ~S"""
  \""" # no
  """
  def f(?#, ?"), do: ~r/#"/i # yes
  defp g(a \\ 1) when a > 0 do
    "#{"}"} # no" <> 'c # d' # yes
    # only
  end
  defmacro h(do: b), do: quote(do: unquote(b))
end
