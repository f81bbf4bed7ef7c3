defmodule Shop.Cart do
  @moduledoc """
  A cart. # no comment

  """

  @doc "Adds" # a comment
  @spec add(t, item) :: t
  def add(cart, item, count \\ 1)

  def add(%{items: items}, nil, _count), do: items
  def add(cart, item, count) when count > 0 do
    [item | cart.items]
  end

  defp empty, do: %{}

  def left <~> right do
    left ++ right
  end

  defmacro unless_empty(cart, do: block) do
    quote do
      unquote(block)
    end
  end

  defguard is_cart(term) when is_map(term)
  defdelegate size(cart), to: Enum, as: :count

  def run do
    twice = fn x -> x * 2 end
    Enum.map([1], fn
      1 -> 1
      n -> twice.(n)
    end)
  end
end

defprotocol Price do
  def of(thing)
end

defimpl Price, for: Shop.Cart do
  def of(cart), do: 1
end

defmodule Shop.CartTest do
  describe "add" do
    test "adds one", %{cart: cart} do
      assert cart
    end
  end
end

defmodule Shop.Types do
  @spec defguard(Macro.t()) :: Macro.t()
  @spec of(pid) :: def(pid)
  def of(p), do: p
end
