<?php
$a = <<<SQL
  SELECT $x, {$y->z}

  -- c
  SQL;
$b = <<<'HTML'
<!-- c -->

<p>
HTML;
$c = <<<EOT
// no

EOT;
