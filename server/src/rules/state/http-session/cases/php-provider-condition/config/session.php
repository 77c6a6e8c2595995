<?php

return [
    // expect-next state/http-session warning {setting=SESSION_DRIVER}
    'driver' => env('SESSION_DRIVER', 'file'),
];
