import java.util.function.*;

@Deprecated
@SuppressWarnings({"a", "b"})
// between
public abstract class Forms<T> {
    static final int K;
    static {
        K = 1;
    }
    {
        run();
    }
    Forms(int a, String... b) {
    }
    abstract void none();
    native int nat(int x);
    @Override public String toString() { return ""; }
    public <U> @Nullable U generic(final U u, int[] v[]) throws Exception {
        return u;
    }
    void one() { } int two() { return 2; } // two on a line
    int x = 1; void after() {
    }
    interface Inner {
        void m();
        default void d() { }
        static void s() { }
    }
    enum Color {
        RED {
            int v() { return 1; }
        },
        BLUE;
        Color() { }
        int v() { return 2; }
    }
    record Point(int x, int y) {
        Point {
            assert x > 0;
        }
        Point(int z) { this(z, z); }
    }
    @interface Note {
        int value() default 1;
    }
    Object o = new Object() {
        @Override
        public int hashCode() { return 1; }
    };
}
