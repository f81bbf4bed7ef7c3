@implementation M
- (int)classify:(int)n list:(NSArray *)list {
    if (n < 0 || list == nil) {
        return 1;
    } else if (n == 0) {
        return 2;
    } else {
        for (id x in list) {
            while (x && n > 1) {
                n--;
            }
        }
    }
    do { n++; } while (n < 3);
    switch (n) {
    case 1:
        return 1;
    default:
        break;
    }
    @try {
        [self run];
    } @catch (NSException *e) {
        n = 1;
    } @finally {
        n = 2;
    }
    return n > 5 ? 1 : 2;
}
@end
