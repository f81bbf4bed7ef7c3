class L {
    static Func<int, int> F = x => x + 1;
    Action<int> h = delegate (int z) { Go(z); };
    void M(List<int> list) {
        Func<int, int, int> add = (a, b) => {
            return a + b;
        };
        var q = list.Where(x => x > 1).Select(
            async y => {
                if (y > 1) await T(y);
            });
        Action a = static () => { };
        this.cb = z => Go(1);
    }
}
