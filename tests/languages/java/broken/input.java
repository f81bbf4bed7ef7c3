class Broken {
    int ok(int a) {
        return a;
    }
    int bad(int a) {
        a = = 1 +;
        /* still

           a comment */
    }
    int after(int b) {
        return b > 0 ? 1 : 2;
    }
}
// at the end
