<?php

return [
    'default' => 'mysql',
    'connections' => [
        'mysql' => [
            'driver' => 'mysql',
            // expect-next config/hard-coded-host warning {host=10.20.30.40}
            'host' => '10.20.30.40',
            //         ^^^^^^^^^^^
        ],
        'pgsql' => [
            // clean-next config/hard-coded-host -- a connection that is not the one in use
            'host' => 'localhost',
        ],
        'reports' => [
            // clean-next config/hard-coded-host -- a default for a developer's machine
            'host' => env('REPORTS_HOST', '127.0.0.1'),
        ],
        'archive' => [
            // expect-next config/hard-coded-host info {host=10.20.30.41}
            'host' => env('ARCHIVE_HOST', '10.20.30.41'),
        ],
        'orders' => [
            // clean-next config/hard-coded-host -- the service of a Compose file while nothing is set
            'host' => env('ORDERS_HOST', 'orders_db'),
        ],
        'testing' => [
            // clean-next config/hard-coded-host -- for tests
            'host' => '10.20.30.42',
        ],
    ],
    'redis' => [
        // expect-next config/hard-coded-host info
        'default' => ['host' => '127.0.0.1'],
    ],
];
