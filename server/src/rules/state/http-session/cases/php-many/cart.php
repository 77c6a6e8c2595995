<?php
require 'login.php';

function add($item) {
    // expect-next state/http-session warning {attribute=cart}
    $_SESSION['cart'][] = $item;
    $_SESSION['count']++;
}

if ($_SESSION['cart'] === []) {
    echo 'empty';
}
