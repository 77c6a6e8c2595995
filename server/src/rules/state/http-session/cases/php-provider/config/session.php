<?php

return [
    // clean-next state/http-session -- a provider decides otherwise
    'driver' => env('SESSION_DRIVER', 'file'),
];
