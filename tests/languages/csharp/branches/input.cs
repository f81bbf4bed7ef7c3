class B {
    int Ifs(int a, bool b) {
        if (a > 0 && b || a < -5) {
            return 1;
        }
        else if (a == 0)
            return 2;
        else
            return c ?? 3;
    }
    void Loops(int[] xs) {
        foreach (var x in xs) {
            for (;;) {
                while (x > 0) { }
                do { } while (x > 0);
            }
        }
        goto end;
    end:
        return;
    }
    int Choice(object o, int a) {
        switch (a) {
            case 1:
            case 2:
                return 1;
            case 3 when a > 2:
                goto case 1;
            default:
                break;
        }
        return o switch {
            int i when i > 0 => 1,
            string => 2,
            _ when a > 0 => 3,
            _ => a > 1 ? 4 : 5
        };
    }
    void Tries() {
        try { Go(); }
        catch (E e) when (e.X && e.Y) { }
        catch { }
        finally { }
    }
}
