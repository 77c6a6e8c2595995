<?php

return [
    'title' => 'Reader',
    'db' => [
        // expect-next state/embedded-database warning {setting=db.type}
        'type' => 'sqlite',
        'host' => 'localhost',
    ],
];
