<?php
return [
    'upload' => [
        // expect-next storage/upload-directory warning {where=/var/www/shop/uploads}
        'dir' => '/var/www/shop/uploads',
        // clean-next storage/upload-directory -- part of an address
        'url' => '/uploads/',
        'max_size' => 2048,
    ],
    // expect-next storage/upload-directory info {variable=ATTACH_DIR}
    'attachment_folder' => env('ATTACH_DIR', '/data/attachments'),
    // clean-next storage/upload-directory -- comes with the application
    'image_path' => 'assets/images',
];
