@implementation M
- (int)before:(int)a {
    // one
    return a;
}

int x = = 3;

- (int)after:(int)a {

    return a; // two
}
@end
