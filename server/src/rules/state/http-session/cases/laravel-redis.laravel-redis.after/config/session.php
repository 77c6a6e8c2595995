<?php

use Illuminate\Support\Str;

return [
                                                                                       
    'driver' => env('SESSION_DRIVER', 'redis'),
    'files' => storage_path('framework/sessions'),
    'cookie' => env('SESSION_COOKIE', Str::slug(env('APP_NAME', 'laravel'), '_') . '_session'),
];
