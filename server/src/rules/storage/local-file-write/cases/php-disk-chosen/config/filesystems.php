<?php

$config = [
    'default' => 's3_private',
    'disks' => [
        'local_public' => ['driver' => 'local', 'root' => public_path('uploads')],
        's3_public' => ['driver' => 's3', 'bucket' => env('PUBLIC_BUCKET')],
        's3_private' => ['driver' => 's3', 'bucket' => env('PRIVATE_BUCKET')],
        'archive' => [
            // expect-next storage/local-file-write warning {setting=ARCHIVE_DRIVER}
            'driver' => env('ARCHIVE_DRIVER', 'local'),
            'root' => storage_path('archive'),
        ],
        'scans' => [
            // clean-next storage/local-file-write -- no code names this disk
            'driver' => env('SCANS_DRIVER', 'local'),
        ],
    ],
];

// expect-next storage/local-file-write warning {setting=PUBLIC_FILESYSTEM_DISK}
$config['disks']['public'] = $config['disks'][env('PUBLIC_FILESYSTEM_DISK', 'local_public')];
// clean-next storage/local-file-write -- object storage unless somebody chooses otherwise
$config['disks']['scanned'] = $config['disks'][env('SCANNED_DISK', 's3_private')];

return $config;
