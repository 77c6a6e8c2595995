<?php

return [
    // expect-next state/generated-secret warning
    'key' => env('APP_KEY') ?: bin2hex(random_bytes(32)),
    // clean-next state/generated-secret -- the environment decides alone
    'secret' => env('APP_SECRET'),
];
