class Branches {
    int ifs(int a, boolean b) {
        if (a > 0 && b || a < -5) {
            return 1;
        } else if (a == 0) {
            return 2;
        } else {
            return 3;
        }
    }
    void loops(int[] xs) {
        outer:
        for (int i = 0; i < 9; i++) {
            for (int x : xs) {
                if (x > 1) continue outer;
                while (x > 0) x--;
            }
            do { i++; } while (i < 5);
            break outer;
        }
    }
    int choice(int a, Object o) {
        switch (a) {
        case 1:
        case 2:
            return 1;
        default:
            break;
        }
        int r = switch (a) {
            case 1, 2 -> 3;
            case 4 -> { yield 5; }
            default -> 6;
        };
        return switch (o) {
            case String s when s.isEmpty() && a > 1 -> 7;
            case null, default -> a > 0 ? 8 : 9;
        };
    }
    void tries() {
        try {
            go();
        } catch (A | B e) {
            if (e == null) stop();
        } catch (C e) {
        } finally {
            end();
        }
    }
    boolean logic(boolean a, boolean b, boolean c, boolean d) {
        return a && b && c || d && !(a || b);
    }
    void dangling(boolean a, boolean b) {
        if (a)
            if (b) go();
            else stop();
        else if (c) end();
    }
}
