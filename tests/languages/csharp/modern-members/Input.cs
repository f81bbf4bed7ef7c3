namespace A.B;

public record struct P<T>(T X, T Y) where T : INumber<T>
{
	public static P<T> operator checked +(P<T> a, P<T> b) => new(a.X + b.X, a.Y + b.Y);
	public T Sum => X + Y;
}

class Q(int size) : R(size), IDisposable
{
	public required int N { get; init; } = 3;
	public int M
	{
		get => field;
		set { if (value > 0) field = value; }
	}
	~Q() => Drop();
	void IDisposable.Dispose() { }
	public async IAsyncEnumerable<int> Each([EnumeratorCancellation] CancellationToken t = default)
	{
		await foreach (var i in Source()) yield return i;
		static int Local(int a, int b) => a + b;
	}
}
