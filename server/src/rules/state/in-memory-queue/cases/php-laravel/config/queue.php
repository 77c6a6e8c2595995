<?php

return [
    // expect-next state/in-memory-queue warning {setting=QUEUE_CONNECTION}
    'default' => env('QUEUE_CONNECTION', 'sync'),
    'connections' => [
        'sync' => ['driver' => 'sync'],
        'redis' => ['driver' => 'redis'],
    ],
];
