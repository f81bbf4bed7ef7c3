<?php
class Broken {
    function ok($a) {
        return $a;
    }

    function bad($a) {
        $x = = 3;
        // still a comment
    }

    function after($b) {
        return $b ? 1 : 2;
    }
}
