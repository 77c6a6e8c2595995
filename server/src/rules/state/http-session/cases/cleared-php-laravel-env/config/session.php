<?php

use Illuminate\Support\Str;

return [
    // clean-next state/http-session -- the Compose file names a shared store
    'driver' => env('SESSION_DRIVER', 'file'),
    'files' => storage_path('framework/sessions'),
    'cookie' => env('SESSION_COOKIE', Str::slug(env('APP_NAME', 'laravel'), '_') . '_session'),
];
