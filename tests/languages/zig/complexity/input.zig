fn classify(n: i32, list: ?[]i32) !i32 {
    if (n < 0 or list == null) {
        return 1;
    } else if (n == 0) {
        return 2;
    } else {
        outer: for (list.?) |x| {
            while (x > 0 and n > 1) {
                if (x == 3) continue :outer;
            }
        }
    }
    const a = list orelse return 3;
    const b = find(a) catch |err| return err;
    try check(b);
    return switch (b) {
        1 => 1,
        2, 3 => 2,
        else => if (n > 5) 4 else 5,
    };
}
