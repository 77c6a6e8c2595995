<?php

return [
    // clean-next config/hard-coded-credential -- the environment alone has it
    'password' => env('DB_PASSWORD', ''),
    // clean-next config/hard-coded-credential -- the name of a column
    'token_column' => 'token',
];
