<html>
<!-- comment

     still -->
<body>
<?php
// a line ends at ?><b>here</b>
<?php if ($a): ?>
  <p class="x"><?= $x ?></p>

<?php else: ?>
  <!-- none -->
<?php endif; ?>
</body>
<?php
function late()
{
    ?>
    <i>in a function</i>
    <?php
}
