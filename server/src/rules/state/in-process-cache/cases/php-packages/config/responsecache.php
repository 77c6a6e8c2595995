<?php

return [
    // expect-next state/in-process-cache warning {setting=RESPONSE_CACHE_DRIVER, value=file}
    'cache_store' => env('RESPONSE_CACHE_DRIVER', 'file'),
];
