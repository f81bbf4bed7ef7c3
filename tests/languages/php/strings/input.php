<?php
// line "quoted"
# hash 'quoted'
/* block // not a line

 * ?> still
 */
$url = 'http://x # /*'; // trailing
$double = "a # {$x[1]} // \" ?>";
$lines = 'one // no

# no';
$here = <<<EOT
heredoc // no

# no
/* no */
  {$x->y(function () { return 1; })}
EOT;
$now = <<<'EOT'
nowdoc /* no

  EOT;
#[Attribute]
class A { } # after
/** doc */
$shell = `ls # x`;
