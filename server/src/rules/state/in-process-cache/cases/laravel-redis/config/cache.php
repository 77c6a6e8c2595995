<?php

return [
    // expect-next state/in-process-cache warning {setting=CACHE_DRIVER, value=file}
    'default' => env('CACHE_DRIVER', 'file'),
    'stores' => [
        'file' => ['driver' => 'file', 'path' => storage_path('framework/cache/data')],
        'redis' => ['driver' => 'redis', 'connection' => 'cache'],
    ],
];
