//! A module
const std = @import("std");

/// A cart
pub const Cart = struct {
    items: []u32,
    const Self = @This();

    pub fn init(items: []u32, comptime T: type) Self {
        // made
        return .{ .items = items };
    }

    const Kind = enum { a, b, fn show() void {} };
};

extern fn puts(s: [*:0]const u8) c_int;

fn List(comptime T: type) type {
    return struct {
        fn push(self: *@This(), item: T) void {
            _ = .{ self, item };
        }
    };
}

export fn add(a: i32, b: i32) callconv(.C) i32 {
    return a + b;
}

test "adds" {
    try std.testing.expect(add(1, 2) == 3);
}
