<?php

return [
    'connections' => [
        'sync' => ['driver' => 'redis'],
    ],
];
