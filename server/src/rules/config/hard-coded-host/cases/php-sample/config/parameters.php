<?php

return [
    // clean-next config/hard-coded-host -- the installer fills all of it in
    'db_host' => '127.0.0.1',
    'db_name' => '',
    'db_password' => '',
    'cache_adapter_redis' => [
        // expect-next config/hard-coded-host info
        'dsn' => 'redis://localhost:6379',
    ],
];
