abstract class A
{
	public abstract void B(int c);
	partial void D(int e);
	public abstract int this[int f] { get; }
	delegate void G(int h);
	void I(int j) { }
}
