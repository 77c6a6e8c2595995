<?php

return [
    // expect-next state/embedded-database warning {engine=SQLite, setting=DB_CONNECTION}
    'default' => env('DB_CONNECTION', 'sqlite'),
    'connections' => [
        'sqlite' => ['driver' => 'sqlite', 'database' => database_path('database.sqlite')],
        'mysql' => ['driver' => 'mysql'],
    ],
];
