<?php

namespace Config;

use CodeIgniter\Config\BaseConfig;

class App extends BaseConfig
{
    // expect-next network/host-identity warning {type=$proxyIPs}
    public array $proxyIPs = [];
}
