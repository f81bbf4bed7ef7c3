defmodule A do
  @moduledoc """
  Text # no comment

  "quoted"
  """

  # comment "
  def a, do: "#{b("}")} # text"
  def b, do: ?" # a comment
  def c, do: ?#
  # it's
  def d, do: ~S"""
  # text

  """
  def e, do: '# text'
  # end
end
