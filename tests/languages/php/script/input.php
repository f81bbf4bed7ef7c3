#!/usr/bin/env php
<html>

<?php f() ?>

</html>
