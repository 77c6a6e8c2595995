<?php

namespace Config;

use CodeIgniter\Config\BaseConfig;

class Cache extends BaseConfig
{
    public string $handler = 'redis';
    public string $backupHandler = 'dummy';

    public array $memcached = [
        // clean-next config/hard-coded-host -- a kind of store that is not chosen
        'host' => '127.0.0.1',
        'port' => 11211,
    ];

    public array $redis = [
        // expect-next config/hard-coded-host info
        'host' => '127.0.0.1',
        'port' => 6379,
    ];
}
