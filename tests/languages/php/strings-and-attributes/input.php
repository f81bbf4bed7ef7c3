<?php
#[Attribute(Attribute::TARGET_CLASS)]
class A {
    public function __construct(private readonly int $a = 1, #[Sensitive] protected ?B $b = null) {}
    #comment
    #[Pure] public static function make(): static { return new static; }
    public string $name { get => $this->name; set(string $v) { $this->name = $v; } }
}
$x = <<<"EOT"
    // {$a["#"]} ${b}

    EOT . '# no'; // yes
$y = <<<'X'
/* X1
X;
$z = match(true) { $a => fn($b) => '//', default => "/*" }; # done
enum Suit: string { case A = '#'; const B = self::A; public function c(): string { return 'c'; } }
$f = "{$a->b['//']} \" #"; /* a
*/ // b
// ends here ?> <p># text</p>
<?= 'a' // b ?>
<?php abstract class D { abstract function e(); }
