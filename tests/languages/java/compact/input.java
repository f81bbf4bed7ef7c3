// a source file without a class
String greeting = "hi";

void main() {
    class Local {
        record Pair(int a, int b) { }
        int get() { return 1; }
    }
    IO.println(greeting);
}
