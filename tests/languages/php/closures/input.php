<?php
$add = function ($a, $b) use ($c) {
    return $a + $b;
};
$inc = fn($x) => $x + 1;
$this->handler = static fn(int $x): int => $x ? 1 : 2;
array_map(fn($x) => $x, array_filter($y, function ($z) {
    return $z;
}));
