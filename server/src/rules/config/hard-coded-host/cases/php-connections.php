<?php

// expect-next config/hard-coded-host warning {host=10.20.30.50}
$pdo = new PDO('mysql:host=10.20.30.50;dbname=shop', $user, $password);
// expect-next config/hard-coded-host warning {host=localhost}
$link = mysqli_connect('localhost', $user, $password);
// clean-next config/hard-coded-host -- the environment says where
$other = mysqli_connect(getenv('DB_HOST') ?: 'localhost', $user, $password);
$redis = new Redis();
// expect-next config/hard-coded-host warning {host=10.20.30.51}
$redis->connect('10.20.30.51', 6379);
// clean-next config/hard-coded-host -- another object's method
$calendar->connect('10.20.30.52');
// clean-next config/hard-coded-host -- a Service of the cluster
$cache = new PDO('mysql:host=db;dbname=shop');
// expect-next config/hard-coded-host warning {name=DB_HOST}
define('DB_HOST', '10.20.30.53');
if (!defined('CACHE_HOST')) {
    // clean-next config/hard-coded-host -- a default for a developer's machine
    define('CACHE_HOST', 'localhost');
}
// clean-next config/hard-coded-host -- compared with, not called
$isLocal = $_SERVER['REMOTE_ADDR'] === '127.0.0.1';

function report_link($host)
{
    if ($host === '') {
        $host = 'localhost';
    }
    // clean-next config/hard-coded-host -- the caller says where
    return mysqli_connect($host);
}
