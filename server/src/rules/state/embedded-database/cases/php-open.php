<?php
// expect-next state/embedded-database warning
$counts = new SQLite3('data/counts.db');
// clean-next state/embedded-database -- lives as long as the request
$scratch = new PDO('sqlite::memory:');
// clean-next state/embedded-database -- a database server
$shop = new PDO('mysql:host=db;dbname=shop');
// expect-next state/embedded-database warning
$orders = new \PDO\Sqlite('sqlite:' . $folder . '/orders.db');
