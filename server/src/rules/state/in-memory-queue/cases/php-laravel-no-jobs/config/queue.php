<?php

return [
    // clean-next state/in-memory-queue -- nothing is handed to the queue
    'default' => env('QUEUE_CONNECTION', 'sync'),
    'connections' => [
        'sync' => ['driver' => 'sync'],
        'redis' => ['driver' => 'redis'],
    ],
];
