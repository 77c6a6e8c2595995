<?php

namespace Config;

use CodeIgniter\Database\Config;

class Database extends Config
{
    public array $default = [
        'username' => 'shop',
        // expect-next config/hard-coded-credential warning {name=database.default.password}
        'password' => 'Tr0mbone-77',
    ];

    public array $development = [
        'username' => 'shop',
        // clean-next config/hard-coded-credential -- for developers
        'password' => 'Tr0mbone-78',
    ];
}
