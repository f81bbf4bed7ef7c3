<?php
// a comment ends ?> <b>here</b>
<?php # and so does this ?>
<p>'</p>
<?php
/* but ?> not
 * this */
$a = "{$b["'"]} // no comment"; // one

$c = '
# no comment ?>
'; # [done]
?>
