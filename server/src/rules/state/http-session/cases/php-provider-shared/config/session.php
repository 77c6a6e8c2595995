<?php

return [
    // clean-next state/http-session -- a provider puts Redis in its place
    'driver' => env('SESSION_DRIVER', 'file'),
];
