class Lambdas {
    static final Runnable R = () -> {
        go();
    };
    Function<Integer, Integer> f = x -> x + 1, g = (a) -> a;
    void run(List<String> list) {
        BiFunction<Integer, Integer, Integer> add =
            (a, b) -> a + b;
        list.stream()
            .map(s -> s + "->")
            .forEach(s -> {
                if (s.isEmpty()) {
                    print(s);
                }
            });
        this.cb = () -> 1;
        call(() -> 2, (int q) -> 3, String::valueOf);
    }
}
