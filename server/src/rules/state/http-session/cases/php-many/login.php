<?php
// expect-next state/http-session error
session_start();
$_SESSION['user'] = 1;
