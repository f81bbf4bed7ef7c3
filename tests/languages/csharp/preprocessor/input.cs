#define DEBUG
#if DEBUG && !TRACE || X
using System;
#endif
class P {
    void F() {
#if DEBUG && TRACE
        Go();
#elif (A || B)
        Stop();
#else
        // nothing

#endif
        if (x) { }
    }
#pragma warning disable 1591
    [Attr]
    void G() { }
}
