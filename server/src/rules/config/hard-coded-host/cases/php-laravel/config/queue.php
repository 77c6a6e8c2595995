<?php

return [
    'default' => env('QUEUE_CONNECTION', 'redis'),
    'connections' => [
        'beanstalkd' => [
            'driver' => 'beanstalkd',
            // clean-next config/hard-coded-host -- comes with the framework and is not in use
            'host' => 'localhost',
        ],
    ],
];
