<?php

use Monolog\Handler\StreamHandler;
use Monolog\Logger;

$log = new Logger('shop');
// expect-next storage/log-file warning
$log->pushHandler(new StreamHandler(__DIR__ . '/../var/shop.log'));
// clean-next storage/log-file -- standard error
$log->pushHandler(new StreamHandler('php://stderr'));
