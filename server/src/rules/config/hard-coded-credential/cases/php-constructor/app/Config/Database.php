<?php

namespace Config;

use CodeIgniter\Database\Config;

class Database extends Config
{
    public array $default = [
        'username' => 'shop',
        // expect-next config/hard-coded-credential info {name=DB_PASSWORD}
        'password' => 'Tr0mbone-77',
    ];

    public function __construct()
    {
        parent::__construct();
        foreach ([&$this->default] as &$config) {
            $config['password'] = !getenv('DB_PASSWORD') ? $config['password'] : getenv('DB_PASSWORD');
        }
    }
}
