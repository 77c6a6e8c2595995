<?php

return [
    'name' => env('APP_NAME', 'Shop'),
    // expect-next config/hard-coded-credential info {name=APP_KEY}
    'key' => env('APP_KEY', 'AbAZchsay4uBTU33RubBzLKw203yqSqr'),
];
