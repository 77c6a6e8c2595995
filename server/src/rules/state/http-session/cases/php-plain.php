<?php
// expect-next state/http-session error
session_start();
if (isset($_POST['user'])) {
    $_SESSION['user'] = find_user($_POST['user']);
}
