/* the module */
@Deprecated
open module a.b.c {
    requires java.base; // base

    exports a.b;
}
