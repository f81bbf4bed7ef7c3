NSString *a = @"// no /* \" no"; // yes
NSString *b = @"one \
// two";
char c = '"'; /* "
@" */ id d = @[ @"/*", @'\'' ];
/* one /* no nesting */ int e;
#pragma mark - // here
// it's \
still a comment
id f = @{ @"a" : @1 };
// "
