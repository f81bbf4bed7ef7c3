class Broken {
    int Ok(int a) {
        return a;
    }
    int Bad(int a) {
        a = = 1 +;
        // still a comment
    }
    int After(int b) {
        return b > 0 ? 1 : 2;
    }
}
