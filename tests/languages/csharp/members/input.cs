[assembly: Foo]
namespace A.B
{
    [Serializable]
    [Other(1)]
    // between
    public partial class Main<T> : Base where T : new()
    {
        private int x = 1;
        public int Auto { get; set; } = 3;
        public int Full
        {
            get { return x; }
            private set => x = value;
        }
        public int Arrow => x;
        public int this[int i, int j]
        {
            get { return i; }
        }
        public int this[string s] => 1;
        public event EventHandler E { add { } remove { } }
        public static Main<T> operator +(Main<T> a, Main<T> b) => a;
        public static implicit operator int(Main<T> a) { return 1; }
        public Main(int a) : base(a)
        {
        }
        static Main() { }
        ~Main() { Free(); }
        public abstract void None(int a);
        partial void Later();
        public async Task<int> Run<U>(int a, ref int b, params string[] c) where U : class
        {
            int Local(int q) { return q; }
            static int Other(int q) => q;
            return Local(a);
        }
        void IFoo.Bar() { }
        [Obsolete] void Old() {
        }
        int y = 1; int Same() { return 1; } int Again() => 2;
        delegate int Del(int a);
    }
    struct P { public int X; }
    record R(int A, int B);
    record struct RS(int A)
    {
        public int Z() => A;
    }
    interface I
    {
        void M();
        void D() { }
        int Q { get; }
    }
    enum En { A, B = 2 }
}
