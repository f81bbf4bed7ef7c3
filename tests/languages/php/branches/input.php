<?php
function ifs($a, $b) {
    if ($a > 0 && $b || $c) {
        return 1;
    } elseif ($a == 0) {
        return 2;
    } else if ($b and $c) {
        return 3;
    } else {
        return $a ?? 4;
    }
}
function colons($a) {
    if ($a):
        go();
    elseif ($b):
        stop();
    else:
        end();
    endif;
    foreach ($a as $k => $v):
        go();
    endforeach;
}
function loops($xs) {
    foreach ($xs as $k => $v) {
        for (;;) {
            while ($k) { break 2; }
            do { continue; } while ($v);
        }
    }
    goto end;
    end:
}
function choice($a) {
    switch ($a) {
        case 1:
        case 2:
            return 1;
        default:
            break;
    }
    $m = match (true) {
        1, 2 => 3,
        $a > 1 => $a ? 4 : 5,
        default => $a ?: 6,
    };
}
function tries() {
    try {
        go();
    } catch (A | B $e) {
        if ($e) stop();
    } finally {
        done();
    }
}
