<?php

return [
    // expect-next storage/local-file-write warning {setting=FILESYSTEM_DISK, value=local}
    'default' => env('FILESYSTEM_DISK', 'local'),
    'disks' => [
        'local' => ['driver' => 'local', 'root' => storage_path('app')],
        'public' => ['driver' => 'local', 'root' => storage_path('app/public')],
        // expect-next storage/local-file-write warning {setting=MEDIA_DRIVER}
        'media' => ['driver' => env('MEDIA_DRIVER', 'local'), 'root' => storage_path('app/media')],
        's3' => ['driver' => 's3', 'bucket' => env('AWS_BUCKET')],
    ],
];
