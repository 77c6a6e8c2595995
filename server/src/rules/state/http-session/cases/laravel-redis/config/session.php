<?php

use Illuminate\Support\Str;

return [
    // expect-next state/http-session warning {library=Laravel, setting=SESSION_DRIVER}
    'driver' => env('SESSION_DRIVER', 'file'),
    'files' => storage_path('framework/sessions'),
    'cookie' => env('SESSION_COOKIE', Str::slug(env('APP_NAME', 'laravel'), '_') . '_session'),
];
