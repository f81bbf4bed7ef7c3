<?php
namespace A {
    class X { }
}

namespace {
    function f() { }
}
