#import <Foundation/Foundation.h>

/* A cart. */
@interface Cart : NSObject <Priced> {
    int count;
}
@property (nonatomic) int total;
- (void)add:(int)item;
@end

@protocol Priced
- (int)price;
@end

@implementation Cart
@synthesize total;

- (void)add:(int)item {
    // one
    count += item;
}
+ (id)cart
{
    return [[self alloc] init];
}
- (void)put:(int)a at:(int)b then:(void (^)(int x))block {
    [items each:^(id item) {
        use(item);
    }];
}
static int helper(int a, char *b) {
    return a;
}
@end

@implementation Cart (Extra)
- dealloc { }
@end

typedef struct {
    int x;
} Point;

int (^twice)(int) = ^(int a) {
    return a * 2;
};

char *name(void) { return "x"; }
