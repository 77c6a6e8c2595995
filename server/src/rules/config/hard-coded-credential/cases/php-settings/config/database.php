<?php

return [
    // clean-next config/hard-coded-credential -- the environment alone has it
    'password' => env('DB_PASSWORD', ''),
    // clean-next config/hard-coded-credential -- a word that opens nothing
    'gateway_token' => 'dummy',
    // clean-next config/hard-coded-credential -- the name of a column
    'token_column' => 'token',
];
