<?php

return [
                                                                                          
    'default' => env('FILESYSTEM_DISK', 's3'),
    'disks' => [
        'local' => ['driver' => 'local', 'root' => storage_path('app')],
        'public' => ['driver' => 'local', 'root' => storage_path('app/public')],
                                                                              
        'media' => ['driver' => env('MEDIA_DRIVER', 'local'), 'root' => storage_path('app/media')],
        's3' => ['driver' => 's3', 'bucket' => env('AWS_BUCKET')],
    ],
];
