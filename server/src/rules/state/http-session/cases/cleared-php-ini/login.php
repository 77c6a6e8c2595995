<?php
// clean-next state/http-session -- sessions go to Redis
session_start();
$_SESSION['user'] = 1;
