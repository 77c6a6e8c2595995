<?php

return [
    'disks' => [
        'public' => ['driver' => 's3', 'bucket' => env('PUBLIC_BUCKET')],
    ],
];
