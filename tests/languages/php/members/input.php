<?php
namespace App\Models;

use X\Y;

#[Entity]
#[Table('x')]
// between
abstract class Main extends Base implements Other
{
    use Shared { a as b; }
    const LIMIT = 1;
    public int $plain = 1;
    #[Pure]
    public function __construct(private int $x, protected ?string $y = null, ...$rest)
    {
    }
    public function __destruct() { }
    public static function make(int $a, &$b): static
    {
        return new static($a);
    }
    abstract protected function none(int $a);
    #[Pure] final public function led() {
    }
    public $one = 1; function same() { }
    public string $hooked {
        get => $this->x;
        set(string $v) {
            $this->x = $v;
        }
    }
}

interface I
{
    function m();
}
trait T { function t() { } }
enum Suit: string
{
    case A = 'a';
    function label() { return 1; }
}
function &top($a)
{
    function inner() { }
}
$o = new class(1) extends Main {
    function an() { }
};
