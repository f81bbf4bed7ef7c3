defmodule M do
  def classify(n, list) do
    if n < 0 do
      :negative
    else
      for i <- list, do: i
    end

    unless n == 0 or list == [], do: :many

    case n do
      1 -> :one
      2 -> if list, do: :two, else: :none
      _ -> :more
    end

    cond do
      n > 5 && n < 9 -> :some
      true -> :other
    end

    try do
      run()
    rescue
      e in RuntimeError -> e
    catch
      :exit, _ -> nil
    end

    with {:ok, a} <- n, do: a
  end
end
