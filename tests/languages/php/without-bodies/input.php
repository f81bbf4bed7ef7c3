<?php
interface A { function b($c, $d); }
abstract class E {
	abstract function f(int $g);
	function h($i) {}
}
